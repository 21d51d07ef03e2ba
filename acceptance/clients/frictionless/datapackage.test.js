import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { test } from 'node:test'
import { Package } from 'datapackage'

const ADDRESS = process.env.DATACUBE ?? 'http://127.0.0.1:8080'
const JAR = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'jar') : 'jar'

/** An archive is made when it is first asked for. */
async function archive (cube) {
  for (;;) {
    const response = await fetch(`${ADDRESS}/api/v1/bulk/${cube}/latest/${cube}-latest.zip`)
    if (response.status !== 503) {
      assert.equal(response.status, 200)
      return Buffer.from(await response.arrayBuffer())
    }
    await setTimeout(1000 * Number(response.headers.get('retry-after')))
  }
}

for (const cube of ['expense', 'revenue']) {
  test(`${cube}: every table is as datapackage.json describes it`, async context => {
    const folder = mkdtempSync(join(tmpdir(), 'datapackage-'))
    context.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'archive.zip'), await archive(cube))
    execFileSync(JAR, ['xf', 'archive.zip'], { cwd: folder })

    const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
    const dataPackage = await Package.load(descriptor, { basePath: folder, strict: true })

    assert.ok(dataPackage.resources.length > 1)
    for (const resource of dataPackage.resources) {
      const bytes = readFileSync(join(folder, resource.descriptor.path))
      assert.equal(resource.descriptor.hash, `sha256:${createHash('sha256').update(bytes).digest('hex')}`)
      assert.equal(resource.descriptor.bytes, bytes.length)
      // types, keys and references
      await resource.read({ relations: true })
    }
  })
}
