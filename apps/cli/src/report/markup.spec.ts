import fc from 'fast-check';
import { markup } from './markup';

describe('Markup', () => {
  it('escapes every text, in elements and in attributes, and keeps what was made as markup', () => {
    const inner = markup`<b>${'a < b'}</b>`;
    expect(markup`<p title="${'"x"'}">${inner} & ${[1, ' > ', inner]}</p>`.html).toBe(
      '<p title="&quot;x&quot;"><b>a &lt; b</b> & 1 &gt; <b>a &lt; b</b></p>',
    );
  });

  it('gives no text a way out of its element or attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = markup`${text}`.html;
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});
