/*
 * <jx-upload>: sends one file to the object store in parts, by addresses the page signs ($server.open, sign, complete, abandon).
 * Three parts at a time; each is tried again with growing waits; a lost link is waited for; what was sent is not sent again, not even after a reload.
 */
(() => {
  'use strict';

  const AT_ONCE = 3;
  const SIGN_AT_ONCE = 12;
  const TRIES = 6;
  const REMEMBER_DAYS = 6;

  const uuid7 = () => {
    const b = crypto.getRandomValues(new Uint8Array(16)), now = Date.now();
    for (let i = 0; i < 6; i++) b[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 255;
    b[6] = 0x70 | b[6] & 15; b[8] = 0x80 | b[8] & 63;
    const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
  };
  const wait = millis => new Promise(done => setTimeout(done, millis));
  const size = bytes => bytes < 1048576 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : bytes < 1073741824 ? (bytes / 1048576).toFixed(1) + ' MB' : (bytes / 1073741824).toFixed(2) + ' GB';

  class Refused extends Error { constructor(problem) { super(problem.title); this.problem = problem; } }
  class Stopped extends Error {}
  class LinkLost extends Error {}

  class JxUpload extends HTMLElement {
    connectedCallback() {
      if (this.box) return;
      this.texts = JSON.parse(this.getAttribute('texts') || '{}');
      this.key = 'jx-upload:' + this.getAttribute('slot-name');
      this.build();
      this.show('ready');
      const left = this.remembered();
      if (left) this.offerLeft(left);
      this.leave = e => { if (this.state === 'sending') e.preventDefault(); };
      addEventListener('beforeunload', this.leave);
    }

    disconnectedCallback() { removeEventListener('beforeunload', this.leave); this.stop(); }

    t(key, ...values) { return (this.texts[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]); }

    build() {
      const x = (tag, className, text) => { const e = document.createElement(tag); if (className) e.className = className; if (text) e.textContent = text; return e; };
      const most = Number(this.getAttribute('most'));
      this.box = x('div', 'jx-u-box');
      this.input = x('input'); Object.assign(this.input, { type: 'file', accept: this.getAttribute('accept') || '' }); this.input.className = 'jx-u-file'; this.input.tabIndex = -1; this.input.setAttribute('aria-label', this.t('choose'));
      this.choose = x('button', 'jx-button jx-button-secondary', this.t('choose')); this.choose.type = 'button'; this.choose.onclick = () => this.input.click();
      this.input.onchange = () => { if (this.input.files[0]) this.begin(this.input.files[0]); this.input.value = ''; };
      this.pick = x('div', 'jx-u-pick'); this.pick.append(this.choose, this.input);
      if (this.hasAttribute('camera')) {
        this.shot = x('input'); Object.assign(this.shot, { type: 'file', accept: 'image/*' }); this.shot.setAttribute('capture', 'environment'); this.shot.className = 'jx-u-file'; this.shot.tabIndex = -1; this.shot.setAttribute('aria-label', this.t('camera'));
        this.shot.onchange = () => { if (this.shot.files[0]) this.begin(this.shot.files[0]); this.shot.value = ''; };
        const camera = x('button', 'jx-button jx-button-secondary jx-u-camera', this.t('camera')); camera.type = 'button'; camera.onclick = () => this.shot.click();
        this.pick.append(camera, this.shot);
      }
      this.hint = x('p', 'jx-quiet', this.t('drop') + ' ' + this.t('limit', size(most)));
      this.line = x('div', 'jx-u-line'); this.name = x('strong'); this.status = x('span', 'jx-quiet'); this.status.setAttribute('role', 'status'); this.line.append(this.name, this.status);
      this.meter = x('div', 'jx-meter'); this.meter.append(x('div')); this.meter.setAttribute('role', 'progressbar'); this.meter.setAttribute('aria-label', this.t('progress')); this.meter.setAttribute('aria-valuemin', 0); this.meter.setAttribute('aria-valuemax', 100);
      const act = (key, does) => { const b = x('button', 'jx-u-act', this.t(key)); b.type = 'button'; b.onclick = does; return b; };
      this.pauseButton = act('pause', () => this.pause()); this.resumeButton = act('resume', () => this.run()); this.retryButton = act('retry', () => this.run()); this.abandonButton = act('abandon', () => this.abandon());
      this.acts = x('div', 'jx-actions'); this.acts.append(this.pauseButton, this.resumeButton, this.retryButton, this.abandonButton);
      this.problem = x('p', 'jx-u-problem'); this.problem.setAttribute('role', 'alert');
      this.box.append(this.pick, this.hint, this.line, this.meter, this.problem, this.acts);
      this.append(this.box);
      this.box.ondragover = e => { e.preventDefault(); this.box.dataset.over = ''; };
      this.box.ondragleave = () => { delete this.box.dataset.over; };
      this.box.ondrop = e => { e.preventDefault(); delete this.box.dataset.over; if (e.dataTransfer.files[0] && this.state !== 'sending') this.begin(e.dataTransfer.files[0]); };
    }

    show(state, text, problem) {
      this.state = state;
      const busy = ['sending', 'waiting', 'checking'].includes(state), on = (e, is) => { e.hidden = !is; };
      on(this.pick, !busy && state !== 'paused' && state !== 'failed'); on(this.hint, state === 'ready' || state === 'done');
      on(this.line, state !== 'ready'); on(this.meter, ['sending', 'waiting', 'paused', 'failed', 'checking', 'left'].includes(state));
      on(this.pauseButton, state === 'sending' || state === 'waiting'); on(this.resumeButton, state === 'paused'); on(this.retryButton, state === 'failed' && !!this.file);
      on(this.abandonButton, ['paused', 'failed', 'left'].includes(state));
      on(this.acts, [...this.acts.children].some(b => !b.hidden));
      this.status.textContent = text ?? ''; this.problem.textContent = problem ?? ''; on(this.problem, !!problem);
      if (state === 'failed' && !this.file) on(this.pick, true);
    }

    percent(part) { const p = Math.round(part * 100); this.meter.firstChild.style.width = p + '%'; this.meter.setAttribute('aria-valuenow', p); return p; }

    // ── what the browser remembers ──

    remembered() {
      try {
        const left = JSON.parse(localStorage.getItem(this.key));
        if (left && Date.now() - left.at < REMEMBER_DAYS * 86400000) return left;
        localStorage.removeItem(this.key);
      } catch { /* nothing remembered */ }
      return null;
    }

    remember() { try { localStorage.setItem(this.key, JSON.stringify({ id: this.id, name: this.file.name, size: this.file.size, changed: this.file.lastModified, at: Date.now() })); } catch { /* goes on without */ } }

    forget() { try { localStorage.removeItem(this.key); } catch { /* nothing to forget */ } }

    async offerLeft(left) {
      this.left = left; this.name.textContent = left.name; this.show('left', this.t('left')); this.percent(0);
      try {
        const upload = await this.ask('open', left.id, left.name, left.size);
        if (upload.state !== 'OPEN') { if (upload.state === 'COMPLETED') await this.ask('complete', left.id); this.forget(); this.left = null; this.show('ready'); return; }
        this.show('left', this.t('chooseSame', this.percent(upload.donePartNumbers.length / upload.parts)));
      } catch (e) { if (e instanceof Refused) { this.forget(); this.left = null; this.show('ready'); } }
    }

    // ── sending ──

    begin(file) {
      const most = Number(this.getAttribute('most'));
      if (file.size > most) { this.name.textContent = file.name; this.show('failed', '', this.t('tooLarge', size(file.size), size(most))); return; }
      const left = this.left ?? this.remembered();
      const same = left && left.name === file.name && left.size === file.size && left.changed === file.lastModified;
      this.file = file; this.id = same ? left.id : uuid7(); this.left = null;
      this.name.textContent = file.name; this.remember();
      this.run();
    }

    async ask(method, ...values) {
      const answer = JSON.parse(await this.$server[method](...values));
      if (answer.problem) throw new Refused(answer.problem);
      return answer;
    }

    async run() {
      const mine = this.turn = {}; this.flying = new Set();
      const check = () => { if (this.turn !== mine) throw new Stopped(); };
      this.show('sending', this.t('sending', 0, ''));
      try {
        const upload = await this.ask('open', this.id, this.file.name, this.file.size); check();
        if (upload.state === 'OPEN') await this.sendParts(upload, check);
        check(); this.show('checking', this.t('checking'));
        const whole = await this.ask('complete', this.id); check();
        if (whole.state === 'REFUSED') { this.forget(); this.file = null; this.show('failed', '', whole.refusal || this.t('failed')); return; }
        this.forget(); this.file = null; this.show('done', this.t('done'));
        this.dispatchEvent(new CustomEvent('jx-uploaded', { detail: { id: whole.id } }));
      } catch (e) {
        if (e instanceof Stopped || this.turn !== mine) return;
        this.turn = null; this.flying.forEach(x => x.abort());
        if (e instanceof Refused) this.show('failed', '', [e.problem.title, e.problem.detail, ...(e.problem.errors ?? []).map(one => one.message), e.problem.next].filter(Boolean).join(' '));
        else this.show('failed', '', this.t('failed'));
      }
    }

    async sendParts(upload, check) {
      const done = new Set(upload.donePartNumbers), todo = [];
      for (let n = 1; n <= upload.parts; n++) if (!done.has(n)) todo.push(n);
      const bytes = n => Math.min(upload.partSizeBytes, this.file.size - (n - 1) * upload.partSizeBytes);
      let sent = [...done].reduce((sum, n) => sum + bytes(n), 0); const begun = sent, began = performance.now(), inFlight = new Map();
      const tell = () => {
        const now = sent + [...inFlight.values()].reduce((a, b) => a + b, 0), seconds = (performance.now() - began) / 1000, rate = seconds > 1 ? (now - begun) / seconds : 0;
        if (this.state === 'sending') this.status.textContent = this.t('sending', this.percent(Math.min(1, now / this.file.size)), rate > 0 ? size(rate) + '/s' : '');
      };
      tell();
      const urls = new Map();
      const url = async n => {
        if (!urls.has(n)) {
          const wanted = [n, ...todo.slice(0, SIGN_AT_ONCE - 1)];
          (await this.ask('sign', this.id, JSON.stringify(wanted))).forEach(p => urls.set(p.partNumber, p.url));
        }
        return urls.get(n);
      };
      const part = async n => {
        for (let attempt = 1, lost = 0; ; attempt++) {
          check();
          try {
            await this.put(await url(n), this.file.slice((n - 1) * upload.partSizeBytes, (n - 1) * upload.partSizeBytes + bytes(n)), loaded => { inFlight.set(n, loaded); tell(); });
            inFlight.delete(n); sent += bytes(n); tell(); return;
          } catch (e) {
            inFlight.delete(n); urls.delete(n); check();
            if (e instanceof Refused) throw e;
            if (e instanceof LinkLost) { await this.linkBack(check, ++lost); attempt = 0; } else if (attempt >= TRIES) throw e; else await wait(Math.min(20000, 500 * 2 ** attempt));
          }
        }
      };
      const worker = async () => { for (let n = todo.shift(); n !== undefined; n = todo.shift()) await part(n); };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }

    // A lost link is nobody's failure: however long it lasts, it is tried again, at once when the browser says that it is back.
    async linkBack(check, times) {
      this.show('waiting', this.t('waiting'));
      const offline = navigator.onLine === false, next = performance.now() + Math.min(20000, 500 * 2 ** times);
      while (offline ? navigator.onLine === false : performance.now() < next) { await wait(500); check(); }
      this.show('sending', this.status.textContent);
    }

    put(url, blob, progress) {
      return new Promise((done, fail) => {
        const xhr = new XMLHttpRequest(); this.flying.add(xhr);
        xhr.open('PUT', url); xhr.timeout = 300000;
        xhr.upload.onprogress = e => progress(e.loaded);
        xhr.onload = () => { this.flying.delete(xhr); xhr.status >= 200 && xhr.status < 300 ? done() : fail(new Error('status ' + xhr.status)); };
        xhr.onerror = xhr.ontimeout = xhr.onabort = () => { this.flying.delete(xhr); fail(new LinkLost()); };
        xhr.send(blob);
      });
    }

    stop() { this.turn = null; this.flying?.forEach(x => x.abort()); }

    pause() { this.stop(); this.show('paused', this.t('paused')); }

    abandon() {
      const id = this.file ? this.id : this.left?.id;
      if (id) this.ask('abandon', id).catch(() => { /* it ends by itself in two days */ });
      this.stop(); this.forget(); this.file = null; this.left = null; this.show('ready');
    }
  }

  customElements.define('jx-upload', JxUpload);
})();
