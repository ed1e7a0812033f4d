// The baseline of `./bench rules`: reads twenty rules and outcomes, judges outcomes in rounds as asked for on standard input (one count a line), and answers each
// with the seconds it took and the milli-credits granted.
import { Engine } from 'json-rules-engine';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const { rules, outcomes } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const engine = new Engine([], { allowUndefinedFacts: true });
for (const rule of rules) {
  engine.addRule({
    name: rule.id,
    conditions: {
      all: [
        { fact: 'kind', operator: 'equal', value: rule.kind },
        { fact: 'issuer', operator: 'equal', value: rule.issuer },
        { fact: 'authentic', operator: 'equal', value: true },
        { fact: 'attained', operator: 'lessThanInclusive', value: rule.today },
        { fact: 'attained', operator: 'greaterThanInclusive', value: rule.earliest },
        { fact: 'level', operator: 'greaterThanInclusive', value: rule.leastLevel },
        { fact: 'score', operator: 'greaterThanInclusive', value: rule.leastScore },
      ],
    },
    event: { type: 'credit', params: { milli: rule.milli } },
  });
}

async function judge(count) {
  let granted = 0;
  for (let i = 0; i < count; i++) {
    const { events } = await engine.run(outcomes[i % outcomes.length]);
    granted += events.reduce((most, event) => Math.max(most, event.params.milli), 0);
  }
  return granted;
}

for await (const line of createInterface({ input: process.stdin })) {
  const began = process.hrtime.bigint();
  const granted = await judge(Number(line));
  console.log(`${Number(process.hrtime.bigint() - began) / 1e9} ${granted}`);
}
