import assert from 'node:assert/strict'
import { test } from 'node:test'
import sdmx from 'sdmx-rest'
import { observations, services } from './suite.js'

/** The published figures of the sample, by year. */
const EXPENSES = { 2022: '67449709009.47', 2023: '68500334856.97', 2024: '66039034290.40380059' }
const REVENUE = { 2022: '74302153809.99', 2023: '67620867804.14', 2024: '68306524088.12' }
const TOTALS = { EXPENSE: ['A._T._T._T._T._T._T._T', EXPENSES], REVENUE: ['A._T._T._T', REVENUE] }

/** Amounts by year, without the zeros at their ends. */
function amounts (observations) {
  return Object.fromEntries(observations.map(one => [one.TIME_PERIOD, one.OBS_VALUE.replace(/(\.\d*[1-9])0+$/, '$1')]))
}

for (const [cube, [key, expected]] of Object.entries(TOTALS)) {
  test(`2.1: totals of ${cube}`, async () => {
    const query = sdmx.getDataQuery({ flow: `UNDATACUBE,${cube},latest`, key, start: '2022', end: '2024' })

    assert.deepEqual(amounts(await observations(query, services['2.1'])), expected)
  })

  test(`3.0: totals of ${cube}`, async () => {
    const query = sdmx.getDataQuery2({
      context: `dataflow=UNDATACUBE:${cube}(1.0.0)`,
      key,
      filters: 'TIME_PERIOD=ge:2022+le:2024'
    })

    assert.deepEqual(amounts(await observations(query, services['3.0'])), expected)
  })
}

test('2.1: several entities, the last year of each', async () => {
  const query = sdmx.getDataQuery(
    { flow: 'UNDATACUBE,REVENUE,latest', key: 'A.UNDP+WFP._T._T', end: '2024', lastNObs: 1 })

  const found = await observations(query, services['2.1'])

  assert.deepEqual(found.map(one => `${one.ENTITY} ${one.TIME_PERIOD}`).sort(), ['UNDP 2024', 'WFP 2024'])
})

test('2.1: what can be asked for', async () => {
  const query = sdmx.getAvailabilityQuery({ flow: 'UNDATACUBE,REVENUE,latest', component: 'ENTITY', mode: 'exact' })

  assert.match(await sdmx.request(query, services['2.1']), /UNDP/)
})

test('3.0: what can be asked for', async () => {
  const query = sdmx.getAvailabilityQuery2(
    { context: 'dataflow=UNDATACUBE:REVENUE(1.0.0)', component: 'ENTITY', mode: 'exact' })

  assert.match(await sdmx.request(query, services['3.0']), /UNDP/)
})
