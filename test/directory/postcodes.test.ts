import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { importPostcodes } from '../../api/directory/import-postcodes.ts';
import { readListed } from '../../api/directory/postcode-list.rules.ts';
import { makeDirectoryWorld, rowsOf } from './world.ts';
import type { DirectoryWorld } from './world.ts';

const HEAD = 'pcd,pcd2,pcds,dointr,doterm,lat,long\n';
const LIST = `${HEAD}"FM1 1AA","FM1  1AA","FM1 1AA","198001","",52.4,-0.1
"FM1 1AB","FM1  1AB","FM1 1AB","198001","",52.6,-0.3
"FM1 1AC","FM1  1AC","FM1 1AC","198001","200406",52.0,-0.9
"FM153BB","FM15 3BB","FM15 3BB","198001","",52.2,-0.2
"IM999ZZ","IM99 9ZZ","IM99 9ZZ","199606","",99.999999,0.000000
"nonsense","","nonsense","198001","",52.2,-0.2
`;

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

const take = (source: string) => importPostcodes(world.system(), source);
const known = () => rowsOf(world, `select code, outward, latitude, longitude, source from postcode order by code`);
const counted = { read: 6, kept: 3, districts: 2, leftOut: { ENDED: 1, UNPLACED: 1, UNREADABLE: 1 } };

describe('a list of postcodes', () => {
  it('is kept with the middle of each district, and counts every row once; a second time changes nothing', async () => {
    const file = await world.file('onspd.csv', LIST);
    expect(await take(file)).toEqual({ ok: true, value: counted });
    const rows = await known();
    expect(rows).toEqual([
      { code: 'FM1', outward: 'FM1', latitude: 52.5, longitude: -0.2, source: 'LIST' },
      { code: 'FM1 1AA', outward: 'FM1', latitude: 52.4, longitude: -0.1, source: 'LIST' },
      { code: 'FM1 1AB', outward: 'FM1', latitude: 52.6, longitude: -0.3, source: 'LIST' },
      { code: 'FM15', outward: 'FM15', latitude: 52.2, longitude: -0.2, source: 'LIST' },
      { code: 'FM15 3BB', outward: 'FM15', latitude: 52.2, longitude: -0.2, source: 'LIST' },
    ]);
    expect(await take(file)).toEqual({ ok: true, value: counted });
    expect(await known()).toEqual(rows);
  });

  it('is found in a zip as the largest table there', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('code,name\nE1,One\n'), 'Documents/names.csv');
    zip.addBuffer(Buffer.from(LIST), 'Data/ONSPD_UK.csv');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(join(world.folder, 'onspd.zip')));
    expect(await take(join(world.folder, 'onspd.zip'))).toEqual({ ok: true, value: counted });
  });

  it.each([
    ['another table', 'other.csv', 'id,name\n1,Lunch\n', /no list of postcodes: it needs columns/],
    ['a table that is cut off', 'cut.csv', `${HEAD}"FM1 1AA","FM1`, /quotation mark is not closed/],
    ['an empty file', 'empty.csv', '', /^$/],
  ])('that is %s is refused with a sentence', async (_what, name, text, sentence) => {
    const done = await take(await world.file(name, text));
    expect(done.ok ? '' : done.problems[0]?.message).toMatch(sentence);
  });

  it('is a file, so that a folder called postcodes stays a folder of feeds', async () => {
    await mkdir(join(world.folder, 'postcodes'));
    const missing = await take(join(world.folder, 'postcodes'));
    expect(missing.ok ? '' : missing.problems[0]?.message).toBe('There is no such file. Give the table of postcodes itself.'); // prettier-ignore
  });
});

describe('a row of the list', () => {
  it.each<[Record<string, string>, unknown]>([
    [{ pcd: 'FM1 1AA', lat: '52.4', long: '-0.1', doterm: '' }, { code: 'FM1 1AA', outward: 'FM1', latitude: 52.4, longitude: -0.1 }],
    [{ pcd7: 'FM153BB', lat: '52.4', long: '-0.1' }, { code: 'FM15 3BB', outward: 'FM15', latitude: 52.4, longitude: -0.1 }],
    [{ postcode: 'fm15 3bb', latitude: '52.4', longitude: '0' }, { code: 'FM15 3BB', outward: 'FM15', latitude: 52.4, longitude: 0 }],
    [{ pcds: 'GIR 0AA', lat: '53.4', long: '-3' }, { code: 'GIR 0AA', outward: 'GIR', latitude: 53.4, longitude: -3 }],
    [{ pcds: 'FM1 1AA', lat: '52.4', long: '-0.1', doterm: '200406' }, 'ENDED'],
    [{ pcds: 'FM1 1AA', lat: '99.999999', long: '0.000000' }, 'UNPLACED'],
    [{ pcds: 'FM1 1AA', lat: '', long: '' }, 'UNPLACED'],
    [{ pcds: 'FM1', lat: '52.4', long: '-0.1' }, 'UNREADABLE'],
    [{ lat: '52.4', long: '-0.1' }, 'UNREADABLE'],
  ])('%j is read as %j', (row, expected) => {
    expect(readListed(row)).toEqual(expected);
  }); // prettier-ignore
});
