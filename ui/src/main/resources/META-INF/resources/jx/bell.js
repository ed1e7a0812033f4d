/* <jx-bell>: the number of unread messages. Asked for beside the page, never by it; an answer that is late or missing changes nothing. */
(() => {
  'use strict';

  const MOST_WAIT = 9000;

  class JxBell extends HTMLElement {
    connectedCallback() {
      this.changed = () => this.ask();
      addEventListener('jx-messages-read', this.changed);
    }

    disconnectedCallback() {
      removeEventListener('jx-messages-read', this.changed);
      this.asked?.abort();
    }

    /* Only the newest question counts: an older answer would show an older number. */
    async ask() {
      this.asked?.abort();
      const asked = this.asked = new AbortController();
      const late = setTimeout(() => asked.abort(), MOST_WAIT);
      try {
        const answer = await fetch('/messages/unread', { signal: asked.signal, redirect: 'error' });
        if (answer.status === 200) this.show((await answer.json()).count);
      } catch {
        // The number stays as it was.
      } finally {
        clearTimeout(late);
      }
    }

    show(count) {
      const most = Number(this.getAttribute('most'));
      const shown = count < most ? String(count) : most - 1 + '+';
      const number = this.querySelector('.jx-bell-number');
      number.textContent = shown;
      number.hidden = count === 0;
      this.querySelector('a').setAttribute('aria-label', count === 0 ? this.getAttribute('none') : this.getAttribute('some').replace('{0}', shown));
    }
  }

  customElements.define('jx-bell', JxBell);
})();
