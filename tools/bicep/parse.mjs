// Reads Bicep with a real grammar and prints its syntax tree as JSON.
//
//   node parse.mjs <folder with node_modules> infra/main.bicep infra/customers/example.bicepparam
//   node parse.mjs <folder with node_modules>     reads requests from the standard input, one a line: { "main.bicep": "<its text>" }
//
// The answer, one line of JSON: { "main.bicep": <node> }. A node is { type, named, start, end, row, column, children } with places from zero,
// and field, error or missing where it has them. An error stands where the grammar did not understand, what is missing has no length.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [folder, ...files] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder that has node_modules, and then the files to read.');
  process.exit(1);
}

const require = createRequire(path.join(path.resolve(folder), 'package.json'));
const { Parser, Language } = require('web-tree-sitter');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

if (files.length > 0) {
  const sources = await Promise.all(files.map(async file => [file, await readFile(file, 'utf8')]));
  print(Object.fromEntries(sources));
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    print(JSON.parse(line));
  }
}

function print(sources) {
  const trees = Object.entries(sources).map(([name, text]) => {
    const tree = parser.parse(forGrammar(name, text));
    const node = nodeOf(tree.rootNode, undefined, placesIn(text));
    tree.delete();
    return [name, node];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(trees)) + '\n');
}

// Two things that the grammar does not know, written as it does know them, in the same length:
// - parameters files write 'param name = value', as if it were a variable;
// - a line ends the member of a type: 'a: x?', next line 'b: y' is not the choice 'x ? b : y'. A comma ends it too.
function forGrammar(name, text) {
  return name.endsWith('.bicepparam')
    ? text.replaceAll(/^param (?=\s*\w+\s*=)/gm, 'var   ')
    : text.replaceAll(/^([ \t]+(?:\w+[ \t]*:[^\n]*|[}\])])\?)(?:\r?\n| (?= *\/\/))/gm, (all, member) => member + ','.padEnd(all.length - member.length));
}

// From an index to its row and column in the text as it was written.
function placesIn(text) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(line => line.index + 1)];
  return index => {
    const row = starts.findLastIndex(start => start <= index);
    return { row, column: index - starts[row] };
  };
}

function nodeOf(node, field, placeOf) {
  return {
    type: node.type,
    named: node.isNamed,
    field,
    start: node.startIndex,
    end: node.endIndex,
    ...placeOf(node.startIndex),
    error: node.isError || undefined,
    missing: node.isMissing || undefined,
    children: node.children.map((child, index) => nodeOf(child, node.fieldNameForChild(index) ?? undefined, placeOf)),
  };
}
