// Lints snippets as if they stood at the paths given: ESLint loads its configuration as an ES module, jest cannot.
// In: [{ "path", "code" }] on standard input. Out: for each, the rules that found something.
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const typed = new ESLint();
// A file that does not exist has no types.
const untyped = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

const found = [];
for (const { path, code } of JSON.parse(await text(process.stdin))) {
  const linter = existsSync(path) ? typed : untyped;
  const [result] = await linter.lintText(code, { filePath: path });
  found.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(found));
