import sdmx from 'sdmx-rest'

const ADDRESS = process.env.DATACUBE ?? 'http://127.0.0.1:8080'
const STRUCTURES = 'application/vnd.sdmx.structure+json;version=2.0.0'
const DATA = 'application/vnd.sdmx.data+json;version=2.0.0'

/** The suite, by each version of SDMX; the client counts the versions of the interface. */
export const services = {
  '2.1': sdmx.getService({ url: `${ADDRESS}/api/v1/sdmx/2.1`, api: 'v1.5.0' }),
  '3.0': sdmx.getService({ url: `${ADDRESS}/api/v1/sdmx/3.0`, api: 'v2.0.0' })
}

/** A structure message in the one format that both interfaces have. */
export async function ask (question, service) {
  const query = sdmx.getMetadataQuery(question)
  return JSON.parse(await sdmx.request(query, service, { headers: { accept: STRUCTURES } }))
}

/** A data message, to a question or to a query that was made of one. */
export async function askData (question, service) {
  const query = question.context ? question : sdmx.getDataQuery(question)
  return JSON.parse(await sdmx.request(query, service, { headers: { accept: DATA } }))
}

/** A structure message that says which data there are. */
export async function askAvailability (question, service) {
  const query = sdmx.getAvailabilityQuery(question)
  return JSON.parse(await sdmx.request(query, service, { headers: { accept: STRUCTURES } }))
}

/** What the cube itself answers. */
export async function aggregate (cube, question) {
  return (await fetch(`${ADDRESS}/api/v1/cubes/${cube}/aggregate?${question}`)).json()
}

/** The identifiers of a message's artefacts of a kind, sorted. */
export function ids (message, kind) {
  return message.data[kind].map(artefact => artefact.id).sort()
}

/** The codes in a message, of all its lists. */
export function codes (message) {
  return message.data.codelists.flatMap(list => list.codes ?? []).map(code => code.id)
}
