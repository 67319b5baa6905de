// Compares our validator's verdicts with ajv's, instance by instance. Instances are made from the schemas: whole and
// minimal values, every branch of every choice, and each of them spoilt in every place; instances.json adds what that misses.
// Exit code 77: the tools are not installed (`npm ci` in tests/).
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let Ajv, addFormats, YAML;
try {
  Ajv = (await import('ajv/dist/2020.js')).default.default;
  addFormats = (await import('ajv-formats')).default.default;
  YAML = await import('yaml');
} catch (error) {
  console.log(`skipped: ${error.message}`);
  process.exit(77);
}

const program = process.argv[2];
const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.join(here, '../../schema');
const base = 'https://schema.mektep/';
const keywords = ['x-label', 'x-labels', 'x-help', 'x-clause', 'x-widget', 'x-itemprop', 'x-schema-org', 'x-example', 'x-unit', 'x-ref'];

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv, ['date', 'date-time', 'email', 'uri']);
for (const keyword of keywords) ajv.addKeyword({ keyword });

// Our own formats once more, written independently of the C++ ones.
const day = (y, m, d) => { const t = new Date(Date.UTC(y, m - 1, d)); return t.getUTCMonth() === m - 1 && t.getUTCDate() === d; };
const isDate = (s) => /^[1-9]\d{3}-\d\d-\d\d$/.test(s) && day(+s.slice(0, 4), +s.slice(5, 7), +s.slice(8));
const isTime = (s) => /^([01]\d|2[0-3]):[0-5]\d$/.test(s);
ajv.addFormat('date', isDate);
ajv.addFormat('local-time', isTime);
ajv.addFormat('local-date-time', (s) => isDate(s.slice(0, 10)) && (s.length === 10 || /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(s.slice(10))));
ajv.addFormat('partial-date', (s) => /^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$/.test(s) || isDate(s));
ajv.addFormat('school-year', (s) => /^\d{4}-\d{4}$/.test(s) && +s.slice(5) === +s.slice(0, 4) + 1);
ajv.addFormat('slug', /^[a-z0-9]+(-[a-z0-9]+)*$/);
ajv.addFormat('web-address', /^https?:\/\/[^\s\/?#"'<>\\@:]+(:\d{1,5})?([\/?#][^\s"<>\\]*)?$/i);
ajv.addFormat('relative-path', (s) => /^\/?[^/\\:?#*<>|"\n\r\t]+(\/[^/\\:?#*<>|"\n\r\t]+)*$/.test(s) && !s.split('/').some((p) => p === '.' || p === '..'));
ajv.addFormat('phone', (s) => /^(\+996|0)?[2-9]\d{8}$/.test(s.replace(/[ ().-]/g, '')));

const files = readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.yaml')).map((f) => f.replaceAll('\\', '/')).sort();
const schemas = new Map();
for (const file of files) {
  const schema = YAML.parse(readFileSync(path.join(folder, file), 'utf8'));
  if (!schema.$schema) continue;
  schemas.set(file, schema);
  ajv.addSchema({ ...schema, $id: base + file });
}

// --- values that fit ---
const samples = {
  date: '2026-09-01', 'date-time': '2026-09-01T08:30:00Z', 'local-date-time': '2026-09-01T08:30', 'local-time': '08:30',
  'partial-date': '1938', 'school-year': '2026-2027', email: 'mektep@example.kg', uri: 'https://edu.gov.kg/',
  'web-address': 'https://edu.gov.kg/', phone: '+996312123456', slug: 'birinchi', 'relative-path': 'charter.pdf',
};
function resolve(schema, file) {
  while (schema.$ref) {
    const [name, pointer] = schema.$ref.split('#');
    file = name ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : file;
    let at = schemas.get(file);
    for (const step of pointer.split('/').slice(1)) at = at[step.replaceAll('~1', '/').replaceAll('~0', '~')];
    schema = at;
  }
  return { schema, file };
}
// `choice` picks a branch wherever there are several; `whole` gives every property, not only the required ones.
function sample(given, givenFile, { choice, whole, variant = 0 }) {
  const example = given['x-example'];
  const { schema, file } = resolve(given, givenFile);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[(choice + variant) % schema.enum.length];
  const shapes = (schema.anyOf ?? []).filter((b) => b.$ref || b.type || 'const' in b);
  if (shapes.length) return sample(shapes[choice % shapes.length], file, { choice, whole, variant });
  const type = Array.isArray(schema.type) ? schema.type[choice % schema.type.length] : schema.type;
  const next = { choice, whole };
  switch (type) {
    case 'string': {
      if (variant && schema.format === 'slug') return `${samples.slug}-${variant}`;
      if (variant && schema.format === 'phone') return `+99631212345${variant}`;
      if (variant && schema.format === 'email') return `a${variant}@example.kg`;
      if (variant && schema.format === 'relative-path') return `file-${variant}.jpg`;
      if (schema.format) return samples[schema.format];
      if (variant && String(schema['x-example']).startsWith('/')) return `${schema['x-example']}${variant}/`;
      const hex = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(schema.pattern);  // prints of pictures: as many signs of them
      if (hex) return variant.toString(16).padStart(Number(hex[1]), '0');
      if (example ?? schema['x-example']) return String(example ?? schema['x-example']);
      return variant ? `Текст ${variant}` : 'Айгүл';
    }
    case 'integer': return Math.max(schema.minimum ?? 0, 1) + variant;
    case 'number': return Math.max(schema.minimum ?? 0, 0.5);
    case 'boolean': return true;
    case 'array': {
      const length = Math.max(schema.minItems ?? 0, whole ? 2 : 1);
      const list = Array.from({ length }, (_, i) => sample(schema.items, file, { ...next, variant: i }));
      return schema.contains?.const && !list.includes(schema.contains.const) ? [schema.contains.const] : list;
    }
    case 'object': {
      const required = new Set(schema.required ?? []);
      const alternatives = (schema.anyOf ?? []).filter((b) => b.required);
      if (alternatives.length) alternatives[choice % alternatives.length].required.forEach((k) => required.add(k));
      for (const [key, needed] of Object.entries(schema.then ?? {})) if (key === 'required') needed.forEach((k) => required.add(k));
      const value = {};
      for (const [key, place] of Object.entries(schema.properties ?? {})) {
        if (whole || required.has(key)) value[key] = sample(place, file, next);
      }
      if (whole && typeof schema.additionalProperties === 'object') value.a = sample(schema.additionalProperties, file, next);
      return value;
    }
    default: return null;
  }
}

// --- the same values spoilt, each in one place ---
const wrong = [null, '', 'x', ' ', 'ө'.repeat(600), '2026-02-30', '12', 12, -1, 1.5, 1e12, true, false, [], {}, [[]], { ky: 'а' }, { absent: {} }];
function* spoilt(value) {
  for (const other of wrong) yield other;
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (let i = 0; i < value.length; ++i) {
      for (const bad of spoilt(value[i])) yield [...value.slice(0, i), bad, ...value.slice(i + 1)];
    }
  } else if (value && typeof value === 'object') {
    yield { ...value, extra: 'x' };
    for (const key of Object.keys(value)) {
      const { [key]: gone, ...rest } = value;
      yield rest;
      for (const bad of spoilt(gone)) yield { ...rest, [key]: bad };
    }
  }
}

const instances = JSON.parse(readFileSync(path.join(here, 'instances.json'), 'utf8'));
for (const { schema, value, valid } of instances) {
  if (valid !== ajv.getSchema(base + schema)(value)) {
    console.error(`instances.json: ajv says ${!valid} to ${schema} ${JSON.stringify(value)}`);
    process.exitCode = 1;
  }
}
let unfit = 0;
for (const [file, schema] of schemas) {
  if (!schema.type) continue;
  for (const whole of [false, true]) {
    for (const choice of [0, 1, 2, 3]) {
      const value = sample(schema, file, { choice, whole });
      if (!ajv.getSchema(base + file)(value)) {
        ++unfit;
        console.error(`a sample of ${file} does not fit:`, ajv.getSchema(base + file).errors, JSON.stringify(value));
      }
      instances.push({ schema: file, value });
      if (choice < 2) for (const bad of spoilt(value)) instances.push({ schema: file, value: bad });
    }
  }
}
if (unfit) process.exitCode = 1;

const seen = new Set();
const lines = instances.map(({ schema, value }) => JSON.stringify({ schema, value })).filter((l) => !seen.has(l) && seen.add(l));
const run = spawnSync(program, [folder, ...schemas.keys()], { input: lines.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.status !== 0) {
  console.error(run.stderr);
  process.exit(1);
}
const ours = run.stdout.trimEnd().split('\n');
let differing = 0, fitting = 0;
lines.forEach((line, i) => {
  const { schema, value } = JSON.parse(line);
  const theirs = ajv.getSchema(base + schema)(value);
  fitting += theirs ? 1 : 0;
  if ((ours[i] === '1') !== theirs && ++differing <= 20) {
    console.error(`${schema}: ajv ${theirs}, we ${ours[i] === '1'}: ${line.slice(0, 400)}`, ajv.getSchema(base + schema).errors ?? '');
  }
});
console.log(`${lines.length} instances (${fitting} fit), ${differing} verdicts differ`);
if (differing || ours.length !== lines.length || lines.length < 300) process.exitCode = 1;
