import assert from 'node:assert/strict'
import { test } from 'node:test'
import sdmx from 'sdmx-rest'
import { aggregate, askAvailability, askData, services } from './suite.js'

const TOTAL = { EXPENSE: 'A._T._T._T._T._T._T._T', REVENUE: 'A._T._T._T' }

/** The values of a message's only series, by year. */
function byYear (message) {
  const years = message.data.structures[0].dimensions.observation[0].values.map(value => value.id)
  const series = Object.values(message.data.dataSets[0].series)
  assert.equal(series.length, 1)
  return Object.fromEntries(Object.entries(series[0].observations).map(([place, values]) => [years[place], values[0]]))
}

for (const [version, service] of Object.entries(services)) {
  for (const [flow, key] of Object.entries(TOTAL)) {
    test(`${version}: the total of ${flow} is that of the cube`, async () => {
      const answer = await aggregate(flow.toLowerCase(), 'drilldown=year')

      assert.deepEqual(
        byYear(await askData({ flow, key }, service)),
        Object.fromEntries(answer.cells.map(cell => [cell.year, Number(cell.amount)])))
    })
  }

  test(`${version}: series without what they say`, async () => {
    const message = await askData({ flow: 'UNDATACUBE,EXPENSE', key: TOTAL.EXPENSE, detail: 'serieskeysonly' }, service)

    assert.deepEqual(Object.values(message.data.dataSets[0].series), [{}])
  })

  test(`${version}: history begins with what was published first`, async () => {
    const message = await askData({ flow: 'EXPENSE', key: TOTAL.EXPENSE, history: true }, service)

    assert.equal(message.data.dataSets[0].action, 'Replace')
    assert.ok(message.data.dataSets[0].validFrom)
  })

  test(`${version}: which entities there are data of`, async () => {
    const answer = await aggregate('expense', 'drilldown=entity.entity')
    const message = await askAvailability({ flow: 'EXPENSE', key: 'A.._T._T._T._T._T._T', component: 'ENTITY' }, service)
    const [entities] = message.data.dataConstraints[0].cubeRegions[0].keyValues

    assert.equal(entities.id, 'ENTITY')
    assert.deepEqual(
      entities.values.map(id => id.replaceAll('@', ' ')).sort(),
      ['_T', ...answer.cells.map(cell => cell['entity.entity'].code)].sort())
  })

  test(`${version}: what is not there, and what cannot be`, async () => {
    await assert.rejects(askData({ flow: 'NOTHING' }, service), /404/)
    await assert.rejects(askData({ flow: 'EXPENSE', key: 'A.NOBODY......' }, service), /400/)
  })
}

test('3.0: filters of components', async () => {
  const answer = await aggregate('expense', 'drilldown=year')
  const [first] = answer.cells
  const query = sdmx.getDataQuery2({
    context: 'dataflow=UNDATACUBE:EXPENSE(1.0.0)',
    key: TOTAL.EXPENSE,
    filters: `TIME_PERIOD=ge:${first.year}+le:${first.year}`
  })

  assert.deepEqual(byYear(await askData(query, services['3.0'])), { [first.year]: Number(first.amount) })
})
