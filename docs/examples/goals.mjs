// The goals with most expenses, printed; see guide-dashboards.md. node goals.mjs [SECONDS]: asks again so often
import { coverage, millions, Question } from './dashboard.mjs'

const every = Number(process.argv[2] ?? 0)
const goals = new Question('expense', { drilldown: 'sdg.goal', cut: 'year:2024', order: '-amount', limit: 3 })

async function show () {
  if (!await goals.refresh()) return console.log('unchanged')
  for (const cell of goals.answer.cells) {
    console.log(cell['sdg.goal'].label.padEnd(40), millions(cell.amount).padStart(10))
  }
  console.log(coverage(goals.answer))
}

await show()
await show()
if (every > 0) setInterval(show, every * 1000)
