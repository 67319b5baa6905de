// The same tables by DuckDB: node duckdb.mjs marks.csv queries.sql
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, queries] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const base = await instance.connect();
await base.run(`create table marks as select * from read_csv('${file}', header = true, all_varchar = true)`);
for (const query of readFileSync(queries, 'utf8').split(';')) {
  if (query.trim() === '') continue;
  const rows = await (await base.run(query)).getRowsJson();
  for (const row of rows) console.log(row.join(','));
}
