import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, codes, ids, services } from './suite.js'

/** What the structure of a cube refers to. */
const LISTS = {
  EXPENSE: ['CL_FREQ', 'CL_ENTITY_MEMBERS', 'CL_FUNCTION_MEMBERS', 'CL_AREA_M49', 'CL_INSTRUMENT_MEMBERS',
    'CL_SDG_MEMBERS', 'CL_CONTRIBUTOR_MEMBERS', 'CL_GEM_MEMBERS', 'CL_OBS_STATUS'],
  REVENUE: ['CL_FREQ', 'CL_ENTITY_MEMBERS', 'CL_INSTRUMENT_MEMBERS', 'CL_CONTRIBUTOR_MEMBERS', 'CL_OBS_STATUS']
}

for (const [version, service] of Object.entries(services)) {
  test(`${version}: both dataflows`, async () => {
    const message = await ask({ resource: 'dataflow', agency: 'UNDATACUBE' }, service)

    assert.deepEqual(ids(message, 'dataflows'), ['EXPENSE', 'REVENUE'])
  })

  test(`${version}: several by their names`, async () => {
    const message = await ask({ resource: 'dataflow', agency: 'UNDATACUBE', id: ['EXPENSE', 'REVENUE'] }, service)

    assert.deepEqual(ids(message, 'dataflows'), ['EXPENSE', 'REVENUE'])
  })

  for (const cube of ['EXPENSE', 'REVENUE']) {
    test(`${version}: ${cube} with its structure`, async () => {
      const message = await ask(
        { resource: 'dataflow', agency: 'UNDATACUBE', id: cube, references: 'children' }, service)

      assert.deepEqual(ids(message, 'dataflows'), [cube])
      assert.deepEqual(ids(message, 'dataStructures'), [`DSD_${cube}`])
    })

    test(`${version}: the structure of ${cube} with its lists and the concepts that it uses`, async () => {
      const message = await ask({
        resource: 'datastructure',
        agency: 'UNDATACUBE',
        id: `DSD_${cube}`,
        version: '1.0.0',
        references: 'children',
        detail: 'referencepartial'
      }, service)

      assert.deepEqual(ids(message, 'codelists'), [...LISTS[cube]].sort())
      assert.equal(message.data.conceptSchemes[0].isPartial, true)
    })
  }

  test(`${version}: who uses a list`, async () => {
    const message = await ask(
      { resource: 'codelist', agency: 'UNDATACUBE', id: 'CL_AREA_M49', references: 'parents', detail: 'allstubs' },
      service)

    assert.deepEqual(ids(message, 'dataStructures'), ['DSD_EXPENSE'])
  })

  test(`${version}: single codes`, async () => {
    const message = await ask(
      { resource: 'codelist', agency: 'UNDATACUBE', id: 'CL_AREA_M49', item: ['466', '002'] }, service)

    assert.deepEqual(codes(message).sort(), ['002', '466'])
  })

  test(`${version}: what is not there is said to be missing`, async () => {
    await assert.rejects(ask({ resource: 'dataflow', agency: 'NOBODY' }, service), /404/)
  })
}

test('3.0: versions by patterns', async () => {
  const service = services['3.0']
  for (const version of ['~', '+', '1.0+.0', '1.0.0']) {
    const message = await ask({ resource: 'datastructure', agency: 'UNDATACUBE', version, detail: 'allstubs' }, service)

    assert.deepEqual(ids(message, 'dataStructures'), ['DSD_EXPENSE', 'DSD_REVENUE'], version)
  }
})

// in 3.0 the client takes neither this word nor a star for all versions
test('2.1: every version as a stub', async () => {
  const message = await ask(
    { resource: 'codelist', agency: 'UNDATACUBE', id: 'CL_SDG', version: 'all', detail: 'allstubs' }, services['2.1'])

  assert.ok(ids(message, 'codelists').every(id => id === 'CL_SDG'))
  assert.equal(codes(message).length, 0)
})
