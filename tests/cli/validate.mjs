// Validates a report on standard input: node validate.mjs json|sarif
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
const require = createRequire(new URL('../package.json', import.meta.url));

const kind = process.argv[2];
const report = JSON.parse(readFileSync(0, 'utf8'));
let schema, Ajv;
if (kind === 'sarif') {
  // The schema that the OASIS committee published, as Microsoft's matcher for tests ships it.
  const matcher = require.resolve('@microsoft/jest-sarif');
  schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', 'file://' + matcher), 'utf8'));
  Ajv = require('ajv').default ?? require('ajv');
  // It says draft-04, but uses no keyword that later drafts changed, `id` excepted.
  delete schema.$schema;
  delete schema.id;
} else {
  schema = JSON.parse(readFileSync(new URL('../../generator/cli/report/report.schema.json', import.meta.url), 'utf8'));
  Ajv = require('ajv/dist/2020').default;
}
const ajv = new Ajv({allErrors: true, strict: false, validateFormats: false, unicodeRegExp: kind !== 'sarif'});
const validate = ajv.compile(schema);
if (!validate(report)) {
  console.log(JSON.stringify(validate.errors.slice(0, 5), null, 1));
  process.exit(1);
}
