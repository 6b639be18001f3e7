import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Assets, type WebPage } from '@evenhand/pages';
import { apiDocsPage } from './api-docs/api-docs.page';
import { errorPage } from './error.page';
import { homePage } from './home/home.page';
import { serverPages } from './server-pages';

const HOSTILE = '</title><script>alert(1)</script>"\'';

const renderer = serverPages(new Assets());

const PAGES: Readonly<Record<string, WebPage>> = {
  'first page': homePage({
    ...{ id: '1', name: HOSTILE, programme: HOSTILE, publishedAt: '2026-11-20T09:30:00Z' },
    policy: DEFAULT_DISCLOSURE_POLICY,
    ...{ seed: HOSTILE, snapshotSha256: HOSTILE, totals: { places: 10, asked: 20, matched: null } },
    rows: [{ path: 'nurse', title: HOSTILE, places: 10, asked: 20, matched: 15, accessRate: 75 }],
  }),
  'first page before any round': homePage(undefined),
  'page of the API': apiDocsPage({
    info: { title: HOSTILE, version: HOSTILE, description: HOSTILE },
    tags: [{ name: HOSTILE, description: HOSTILE }],
    paths: {
      [HOSTILE]: {
        get: {
          ...{ tags: [HOSTILE], summary: HOSTILE, description: HOSTILE, 'x-permission': HOSTILE },
          parameters: [{ name: HOSTILE, in: HOSTILE, description: HOSTILE }],
          responses: { 200: { description: HOSTILE } },
        },
      },
    },
  }),
  'page of an error': errorPage(404, HOSTILE),
};

describe.each(Object.keys(PAGES))('the %s', (name) => {
  const html = renderer.render(PAGES[name]!);

  it('is a whole document with one heading, landmarks and a way past its top', () => {
    expect(html.trimStart()).toMatch(/^<!DOCTYPE html>\s*<html lang="en">/);
    expect(html).toContain(`<title>${PAGES[name]!.title} – Evenhand</title>`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<(?:header|main|footer) /g)).toEqual(['<header ', '<main ', '<footer ']);
    expect(html).toContain('href="#maincontent"');
  });

  it('needs neither script nor style of its own, and shows no logo', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/);
    expect(html).not.toMatch(/NHS/);
  });

  it('holds hostile text as text, wherever it was told any', () => {
    expect(html).not.toContain('alert(1)</script>');
    expect(html.includes('alert(1)&lt;/script&gt;')).toBe(name !== 'first page before any round');
  });

  it('names no file but those that are served', () => {
    const assets = new Assets();
    const linked = Array.from(html.matchAll(/<link [^>]*href="([^"]*)"/g), (match) => match[1]);
    expect(linked).toEqual([assets.icon, assets.stylesheet]);
    expect(html).not.toMatch(/src=/);
  });
});
