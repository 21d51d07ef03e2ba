// The newest figures for a dashboard; see guide-dashboards.md. Browsers, Node 18 and later; no packages.

const ADDRESS = globalThis.process?.env.DATACUBE ?? globalThis.DATACUBE ?? 'http://127.0.0.1:8080'

/** An answer that is asked again as often as you like, and read only when it has changed. */
export class Question {
  #address
  #tag
  /** The last answer. */
  answer

  constructor (cube, parameters) {
    this.#address = `${ADDRESS}/api/v1/cubes/${cube}/aggregate?${new URLSearchParams(parameters)}`
  }

  /** @returns whether there is another answer than before */
  async refresh () {
    const headers = { Accept: 'application/json', ...(this.#tag && { 'If-None-Match': this.#tag }) }
    // 'no-store': the tag is kept here, not by the browser
    const response = await fetch(this.#address, { headers, cache: 'no-store' })
    if (response.status === 304) return false
    const body = await response.json()
    // a problem document says what is wrong and what would be right
    if (!response.ok) throw new Error(`${response.status} ${body.title}: ${body.detail}`)
    this.#tag = response.headers.get('ETag')
    this.answer = body
    return true
  }
}

/** Millions of dollars for people, from the text that an amount is. */
export function millions (amount, language = 'en') {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Number(amount) / 1e6)
}

/** What a reader must know of a figure beside it. */
export function coverage ({ coverage, edition }) {
  const share = Number(coverage.amountCovered) / Number(coverage.amountReported)
  return `Edition ${edition}; ${coverage.entitiesCovered} of ${coverage.entitiesReporting} entities, ${(100 * share).toFixed(1)} % of what they reported`
}
