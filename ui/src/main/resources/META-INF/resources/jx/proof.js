/* <jx-proof>: a proof or a statement is pasted or chosen, and checked here in the browser; every step is said. */
(() => {
  'use strict';

  const MOST_BYTES = 2 * 1024 * 1024;
  const module = import(new URL('proof-check.js', document.currentScript.src));

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  class JxProof extends HTMLElement {
    connectedCallback() {
      if (this.area) return;
      this.texts = JSON.parse(this.getAttribute('texts') || '{}');
      this.area = this.field('paste', make('textarea'), 'proof-text');
      this.area.rows = 8;
      this.area.spellcheck = false;
      this.chooser();
      this.key = this.field('key', make('input'), 'proof-key');
      this.key.autocomplete = 'off';
      const button = make('button', 'jx-proof-check', this.text('check'));
      button.type = 'button';
      button.id = 'proof-check';
      this.answer = make('div', 'jx-proof-answer');
      this.answer.setAttribute('role', 'status');
      this.append(button, this.answer);
      button.addEventListener('click', () => this.check(this.area.value));
      this.file.addEventListener('change', () => { this.read(this.file.files[0]); this.file.value = ''; });
    }

    text(name, values = []) {
      return values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), this.texts[name] || name);
    }

    field(name, input, id) {
      const label = make('label', 'jx-proof-label', this.text(name));
      label.htmlFor = id;
      input.id = id;
      input.classList.add('jx-proof-field');
      this.append(label, input);
      return input;
    }

    /** A button of our own: the browser writes its own in the browser's language, not the page's. */
    chooser() {
      this.file = make('input', 'jx-u-file');
      Object.assign(this.file, {type: 'file', id: 'proof-file', accept: '.json,application/json', tabIndex: -1});
      this.file.setAttribute('aria-label', this.text('file'));
      const button = make('button', 'jx-button jx-button-secondary jx-proof-choose', this.text('file'));
      button.type = 'button';
      button.addEventListener('click', () => this.file.click());
      this.append(button, this.file);
    }

    async read(file) {
      if (!file) return;
      if (file.size > MOST_BYTES) return this.show([{name: 'tooLarge', ok: false, values: []}]);
      this.area.value = await file.text();
      this.check(this.area.value);
    }

    async check(text) {
      let given = null;
      try { given = JSON.parse(text); } catch (none) { /* said below */ }
      if (!given || typeof given !== 'object') return this.show([{name: 'form', ok: false, values: []}]);
      const {check} = await module;
      this.show(await check(given, this.key.value.trim()));
    }

    show(steps) {
      const wrong = steps.some(step => step.ok === false), open = steps.some(step => step.ok === null);
      const verdict = wrong ? 'fails' : open ? 'open' : 'holds';
      const list = make('ol', 'jx-proof-steps');
      for (const step of steps) {
        const state = step.ok === true ? 'holds' : step.ok === false ? 'fails' : 'open';
        const item = make('li', 'jx-proof-' + state);
        item.append(make('strong', '', this.text('mark.' + state)), ' ', this.text('step.' + step.name + '.' + state, step.values));
        list.append(item);
      }
      const head = make('p', 'jx-note jx-proof-verdict jx-proof-' + verdict, this.text('verdict.' + verdict));
      this.answer.replaceChildren(head, list);
      this.answer.dataset.verdict = verdict;
    }
  }

  customElements.define('jx-proof', JxProof);
})();
