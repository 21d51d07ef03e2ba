import { strict as assert } from 'node:assert'
import { before, test } from 'node:test'
import { tableFromIPC } from 'apache-arrow'
import JSONstat from 'jsonstat-toolkit'

const ADDRESS = process.env.DATACUBE ?? 'http://127.0.0.1:8080'
const QUESTION = '/api/v1/cubes/expense/aggregate?drilldown=sdg.goal,year&measures=amount,lines'

let cells

async function ask (format) {
  const response = await fetch(`${ADDRESS}${QUESTION}&format=${format}`)
  assert.equal(response.status, 200)
  return response
}

before(async () => {
  cells = (await (await ask('json')).json()).cells
  assert.ok(cells.length > 0)
})

/** The digits of an amount, counted in billionths. */
function billionths (amount) {
  const [whole, fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(9, '0'))
}

/** Of what Arrow holds in 128 bits. */
function integer (decimal) {
  return BigInt.asIntN(128, decimal.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n))
}

test('apache-arrow reads the cells of the JSON, to the last digit', async () => {
  const table = tableFromIPC(new Uint8Array(await (await ask('arrow')).arrayBuffer()))
  assert.equal(table.numRows, cells.length)
  cells.forEach((cell, index) => {
    const row = table.get(index)
    assert.equal(row['sdg.goal'], cell['sdg.goal'].code)
    assert.equal(row['sdg.goal.label'], cell['sdg.goal'].label)
    assert.equal(row.year, cell.year)
    assert.equal(Number(row.lines), cell.lines)
    assert.equal(integer(row.amount), billionths(cell.amount))
  })
})

test('jsonstat-toolkit reads the cells of the JSON', async () => {
  const data = JSONstat(await (await ask('json-stat')).json())
  assert.equal(data.class, 'dataset')
  assert.deepEqual(data.role.time, ['year'])
  for (const cell of cells) {
    const key = { 'sdg.goal': cell['sdg.goal'].code, year: String(cell.year) }
    assert.equal(data.Data({ ...key, measure: 'amount' }).value, Number(cell.amount))
    assert.equal(data.Data({ ...key, measure: 'lines' }).value, cell.lines)
    assert.equal(data.Dimension('sdg.goal').Category(key['sdg.goal']).label, cell['sdg.goal'].label)
  }
})
