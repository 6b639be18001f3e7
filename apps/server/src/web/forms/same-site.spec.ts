import { isFromOwnPage } from './same-site';

const OURS = 'https://ours.example';

describe('what a browser sends', () => {
  it.each([
    { origin: OURS },
    { 'sec-fetch-site': 'same-origin' },
    { origin: OURS, 'sec-fetch-site': 'same-origin' },
  ])('is from a page of ours with %j', (headers) => expect(isFromOwnPage(headers, OURS)).toBe(true));

  it.each([
    {},
    { referer: `${OURS}/` },
    { origin: 'null' },
    { origin: 'https://elsewhere.example' },
    { origin: 'http://ours.example' },
    { origin: `${OURS}.elsewhere.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: OURS, 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
  ])('is not with %j', (headers) => expect(isFromOwnPage(headers, OURS)).toBe(false));
});
