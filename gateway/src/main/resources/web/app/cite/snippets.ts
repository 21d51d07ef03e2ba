/** A question as programs ask it: the address of the cube's aggregate, and its parameters. */
export interface Request {
  address: string;
  parameters: [string, string][];
}

export const SNIPPETS = ['curl', 'Python', 'R', 'JavaScript'] as const;
export type SnippetLanguage = (typeof SNIPPETS)[number];

/** A program that runs as it stands, with nothing to be installed beside the language itself. */
export function snippet(language: SnippetLanguage, request: Request): string {
  switch (language) {
    case 'curl':
      return curl(request);
    case 'Python':
      return python(request);
    case 'R':
      return r(request);
    case 'JavaScript':
      return javascript(request);
  }
}

function curl({ address, parameters }: Request): string {
  const lines = [...parameters, ['format', 'csv']].map(([name, value]) => `  --data-urlencode ${shell(`${name}=${value}`)}`);
  return [`curl -sSfG ${shell(address)}`, ...lines].join(' \\\n');
}

function python({ address, parameters }: Request): string {
  return `import csv, io, urllib.parse, urllib.request

question = {
${[...parameters, ['format', 'csv']].map(([name, value]) => `    ${quoted(name)}: ${quoted(value)},`).join('\n')}
}
address = ${quoted(address)} + "?" + urllib.parse.urlencode(question)
with urllib.request.urlopen(address) as response:
    text = io.TextIOWrapper(response, encoding="utf-8", newline="")
    figures = list(csv.DictReader(text))

# Codes and amounts are text: 8.10 is a target, and decimal.Decimal(...) keeps every digit.
for figure in figures:
    print(figure)
`;
}

function r({ address, parameters }: Request): string {
  return `question <- list(
${[...parameters, ['format', 'csv']].map(([name, value]) => `  ${name} = ${quoted(value)}`).join(',\n')}
)
query <- paste0(names(question), "=", vapply(question, URLencode, "", reserved = TRUE), collapse = "&")

# Codes are text: 8.10 is a target, and NA is Namibia.
figures <- read.csv(paste0(${quoted(address)}, "?", query),
                    colClasses = "character", check.names = FALSE, na.strings = "", encoding = "UTF-8")
print(figures)
`;
}

function javascript({ address, parameters }: Request): string {
  return `const question = {
${parameters.map(([name, value]) => `  ${quoted(name)}: ${quoted(value)},`).join('\n')}
};
const response = await fetch(${quoted(address)} + "?" + new URLSearchParams(question));
if (!response.ok) throw new Error((await response.json()).detail);
const answer = await response.json();

// Amounts are text, with every digit.
console.log(JSON.stringify(answer, null, 2));
`;
}

function shell(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

/** As Python, R and JavaScript write a text alike. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
