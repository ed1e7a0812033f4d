/*
 * Checks a proof or a statement of the tamper-evident log in the browser: RFC 9162 inclusion, C2SP checkpoints and signed notes. Nothing is sent anywhere.
 * check(given) answers the steps that were taken: {name, ok: true | false | null (could not be checked), values}.
 */
const utf8 = text => new TextEncoder().encode(text);
const fromHex = hex => {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new Error('not hexadecimal: ' + hex);
  return Uint8Array.from(hex.match(/../g) || [], pair => parseInt(pair, 16));
};
const toHex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
const fromBase64 = text => Uint8Array.from(atob(text), one => one.charCodeAt(0));
const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)));
const LEAF = Uint8Array.of(0), NODE = Uint8Array.of(1);

/** RFC 9162 section 2.1.3.2. Sizes may pass 32 bits, so no bit operators. */
export async function includes(root, size, index, leaf, path) {
  if (!(index >= 0 && index < size)) return false;
  let place = index, last = size - 1, hash = leaf;
  const up = () => { place = Math.floor(place / 2); last = Math.floor(last / 2); };
  for (const step of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(NODE, step, hash);
      while (place % 2 === 0 && place !== 0) up();
    } else {
      hash = await sha256(NODE, hash, step);
    }
    up();
  }
  return last === 0 && toHex(hash) === toHex(root);
}

export function parseNote(note) {
  const gap = note.indexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const [origin, size, root] = text.split('\n');
  if (gap < 0 || !/^(0|[1-9][0-9]{0,15})$/.test(size)) throw new Error('no signed head');
  const signatures = note.slice(gap + 2).split('\n').filter(line => line.startsWith('— ')).map(line => {
    const cut = line.lastIndexOf(' ');
    return {name: line.slice(2, cut), bytes: fromBase64(line.slice(cut + 1))};
  });
  return {text, origin, size: Number(size), root: fromBase64(root), signatures};
}

/** true, false, or null where this browser knows no Ed25519. */
async function signed(note, keys) {
  for (const written of keys) {
    const [, name, base64] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/.exec(written.trim()) || [];
    if (!name) continue;
    const typed = fromBase64(base64);
    if (typed.length !== 33 || typed[0] !== 1) continue;
    const id = (await sha256(utf8(name + '\n'), typed)).slice(0, 4);
    for (const signature of note.signatures) {
      if (signature.name !== name || toHex(signature.bytes.slice(0, 4)) !== toHex(id)) continue;
      try {
        const key = await crypto.subtle.importKey('raw', typed.slice(1), {name: 'Ed25519'}, false, ['verify']);
        if (await crypto.subtle.verify({name: 'Ed25519'}, key, signature.bytes.slice(4), utf8(note.text))) return true;
      } catch (unknown) {
        return null;
      }
    }
  }
  return false;
}

const values = (form, name) => form.split('\n').filter(line => line.startsWith(name + '=')).map(line => line.slice(name.length + 1));
const moved = (form, learner, bucket) => values(form, 'leg')
  .filter(leg => leg.startsWith(`learner:${learner} ${bucket} `))
  .reduce((sum, leg) => sum + Number(leg.slice(leg.lastIndexOf(' ') + 1)), 0);

async function covered(steps, head, records) {
  for (const record of records) {
    const leaf = await sha256(LEAF, fromHex(record.salt), utf8(record.canonical));
    if (!await includes(head.root, head.size, record.index, leaf, record.path.map(fromHex))) {
      steps.push({name: 'inclusion', ok: false, values: [values(record.canonical, 'seq')[0] || '?', record.index]});
      return;
    }
  }
  steps.push({name: 'inclusion', ok: true, values: [records.length]});
}

function sequence(steps, statement) {
  const waiting = new Set(statement.waitingSeqs);
  let next = statement.afterSeq + 1;
  for (const entry of statement.entries) {
    while (waiting.has(next)) next++;
    const form = entry.canonical;
    if (Number(values(form, 'seq')[0]) !== next || values(form, 'learner')[0] !== statement.learnerId) {
      steps.push({name: 'sequence', ok: false, values: [next]});
      return;
    }
    next++;
  }
  steps.push({name: 'sequence', ok: true, values: [statement.afterSeq + 1, next - 1]});
  sums(steps, statement, next, waiting.size);
}

function sums(steps, statement, next, waiting) {
  if (statement.afterSeq !== 0 || waiting || next !== statement.seq + 1) {
    steps.push({name: 'sum', ok: null, values: []});
    return;
  }
  const total = bucket => statement.entries.reduce((sum, entry) => sum + moved(entry.canonical, statement.learnerId, bucket), 0);
  const ok = total('available') === statement.availableMilli && total('held') === statement.heldMilli;
  steps.push({name: 'sum', ok, values: [statement.availableMilli / 1000, statement.heldMilli / 1000]});
}

/** The pages of one statement as one; null when they are not under one head. */
function whole(pages) {
  if (!pages.length || pages.some(page => page?.head?.note !== pages[0]?.head?.note)) return null;
  return {...pages.at(-1), afterSeq: pages[0].afterSeq, entries: pages.flatMap(page => page.entries), waitingSeqs: pages.flatMap(page => page.waitingSeqs)};
}

/** One document, or the pages of a statement. */
export async function check(given, key) {
  const steps = [];
  const document = Array.isArray(given) ? whole(given) : given;
  if (!globalThis.crypto?.subtle) return [{name: 'browser', ok: null, values: []}];
  const records = document?.form === 'jiangxue-proof/1' ? [document.record]
    : document?.form === 'jiangxue-statement/1' ? document.entries : null;
  if (!records) return [{name: 'form', ok: false, values: []}];
  try {
    const head = parseNote(document.head.note);
    steps.push({name: 'head', ok: head.size === document.head.size && toHex(head.root) === document.head.rootHash, values: [head.origin, head.size]});
    steps.push({name: key ? 'signature' : 'signatureOwn', ok: await signed(head, key ? [key] : document.log.keys), values: []});
    await covered(steps, head, records);
    if (document.form === 'jiangxue-statement/1') sequence(steps, document);
  } catch (unreadable) {
    steps.push({name: 'form', ok: false, values: []});
  }
  return steps;
}
