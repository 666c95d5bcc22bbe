import { Validator } from '@seriousme/openapi-schema-validator';
import type { Express } from 'express';
import { createApp } from '../../api/app';
import { problemKinds } from '../../api/http/problemKinds';
import { type House, openHouse } from './house';
import type { Body } from './wire';

let house: House;
let description: Body;
beforeAll(async () => {
  house = await openHouse();
  description = (await house.call(null, 'GET', '/openapi.json')).body;
});
afterAll(() => house.close());

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly said: Body;
}
const operations = (): Operation[] =>
  Object.entries(description.paths as Record<string, Record<string, Body>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ path, method, said })),
  );
const lineOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method} ${path}`;

/** Addresses that are pages, or for browsers and those who run the system, and no part of the API. */
const beside = [
  ...['get /', 'get /docs', 'get /problems', 'get /problems/:code', 'get /verify', 'get /stuck-cases'],
  'get /stuck-cases/:caseId',
  'get /complaints/status',
  ...['get /login', 'get /callback', 'post /logout'],
  ...['get /livez', 'get /readyz', 'get /metrics', 'get /openapi.json', 'get /jwks.json'],
  ...['get /style.css', 'get /icon.svg', 'get /apiViewer.css', 'get /apiViewer.js'],
];

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(description);
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('would not be found valid if it were not', async () => {
    const broken = { ...description, paths: { '/x': { get: { responses: { 200: {} } } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('lists every route, and none besides', () => {
    const routes = house.routes.map(({ method, base, path }) => `${method} ${base}${path}`);
    expect(operations().map(lineOf).sort()).toEqual(routes.sort());
  });

  it('leaves out nothing that is mounted, pages and what serves machines excepted', () => {
    const described = house.routes.map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    const mounted = mountedIn(createApp(house.services));
    expect(mounted.length).toBeGreaterThan(described.length);
    expect(mounted.filter((line) => !described.includes(line)).sort()).toEqual([...beside].sort());
  });

  it('says of each operation in both languages what it does, under a name of its own', () => {
    const names = operations().map(({ said }) => said.operationId as string);
    expect(new Set(names).size).toBe(names.length);
    for (const { said } of operations()) expect(said.summary).toMatch(/[\u4e00-\u9fff].* · .*[A-Za-z]/);
  });

  it('says who may call what, and what a change must carry', () => {
    for (const route of house.routes) {
      const { said } = operations().find(
        (each) => lineOf(each) === `${route.method} ${route.base}${route.path}`,
      )!;
      expect(said['x-permission']).toEqual(route.who);
      expect(said.security).toEqual(route.who === 'anyone' ? [] : undefined);
      const parameters = said.parameters as readonly Body[];
      const needed = parameters.filter(({ required }) => required).map(({ name }) => name as string);
      const keyed = route.changes && route.method === 'post';
      expect(needed.includes('Idempotency-Key')).toBe(keyed);
      expect(needed.includes('If-Match')).toBe(route.precondition === 'ifMatch');
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name as string),
      ).toEqual(inPath);
    }
  });

  it('describes every shape, every field and every parameter in Chinese and English', () => {
    const bilingual = /[\u4e00-\u9fff].* · .*[A-Za-z]/s;
    const shapes = Object.entries(description.components.schemas as Record<string, Body>);
    const bare = shapes.flatMap(([name, { description: words, properties = {} }]) => [
      ...(bilingual.test(words) ? [] : [name]),
      // The plan file explains its own fields.
      ...(name === 'Plan' ? [] : Object.entries(properties as Record<string, Body>))
        .filter(([, field]) => field.$ref === undefined && !bilingual.test(field.description))
        .map(([field]) => `${name}.${field}`),
    ]);
    const parameters = operations().flatMap((each) =>
      (each.said.parameters as readonly Body[])
        .filter((parameter) => !bilingual.test(parameter.description))
        .map(({ name }) => `${lineOf(each)} ${name}`),
    );
    expect([...bare, ...parameters]).toEqual([]);
  });

  it('says what is sent and answered in another form than JSON', () => {
    const forms = operations().flatMap(({ said, ...operation }) => {
      const [, done] = Object.entries(said.responses as Record<string, Body>).find(
        ([status]) => status < '300',
      )!;
      const types = [said.requestBody?.content ?? {}, done.content].map((content) =>
        Object.keys(content as object),
      );
      const plain = types.flat().every((type) => type === 'application/json');
      return plain ? [] : [[lineOf(operation), ...types.map((each) => each.join(' '))]];
    });
    const form = ['multipart/form-data', 'application/json'];
    const letter = ['', 'application/json application/pdf'];
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const found = new Map(forms.map(([line, ...types]) => [line, types]));
    expect(found).toEqual(
      new Map([
        ['post /api/v1/applications/{id}/papers', form],
        ['get /api/v1/feed', ['', 'application/cloudevents-batch+json']],
        ['get /api/v1/live', ['', 'text/event-stream']],
        ['get /api/v1/reports/{period}', ['', `application/json ${sheet} application/pdf`]],
        ['post /api/v1/cases/{caseId}/papers', form],
        ['post /api/v1/papers/{id}/replacement', form],
        ['post /api/v1/work-items/{id}/photographs', form],
        ['get /api/v1/papers/{id}/content', ['', 'application/pdf image/jpeg image/png']],
        ['get /api/v1/cases/{caseId}/letters/{no}', letter],
        ['get /api/v1/certificates/{no}', letter],
      ]),
    );
  });

  it('names for each status of a refusal the codes that it can have', () => {
    const said = operations().find((each) => lineOf(each) === 'post /api/v1/work-items/{id}/acts')!.said;
    for (const code of [
      'fourEyes',
      'versionMismatch',
      'ifMatchMissing',
      'requestInFlight',
      'keyReused',
    ] as const)
      expect(said.responses[problemKinds[code].status].description).toContain(`${code}: `);
  });
});

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every route that Express knows, below its own prefix; what only says 405 (`all`) is none. */
function mountedIn(app: Express): string[] {
  const walk = (stack: readonly Layer[]): string[] =>
    stack.flatMap(({ route, handle }) => {
      if (!route) return walk(handle?.stack ?? []);
      const methods = Object.keys(route.methods).filter((method) => method !== '_all');
      return methods.map((method) => `${method} ${route.path}`);
    });
  return walk((app.router as unknown as { readonly stack: readonly Layer[] }).stack);
}
