import { readFileSync, writeFileSync } from 'node:fs';
import * as h from './dist/index.js';
const file='scenarios/a-a.yaml', text=readFileSync(file,'utf8');
const {scenario}=h.readScenario(text,file);
const o={file,sha256:'x'.repeat(64)};
const e=new h.Experiment(scenario,{runs:64,years:10,seed:'1'}); while(e.step());
const d=new h.Drill(scenario,{times:60,seed:'1',lostFor:7*86400e6}); while(d.step());
console.log(h.markdownReport({run:e.result(o),drill:d.result(o)},{language:process.argv[2]??'en'}));
