import { z } from 'zod';
import { groupOf, groupsOf } from './apiGroups';
import { says } from './contracts/label';
import { Problem } from './contracts/problem';
import { problemKinds } from './http/problemKinds';
import { requestBody } from './openapiBody';
import type { Route } from './route';

type Json = Readonly<Record<string, unknown>>;

const JSON_TYPE = 'application/json';
const binary = { type: 'string', format: 'binary' };
const ref = (id: string): string => `#/components/schemas/${id}`;

/**
 * The description of the API, OpenAPI 3.1, from the same schemas that check and type it.
 * zod writes JSON Schema 2020-12 itself, which is 3.1's own dialect.
 */
export function describeApi(routes: readonly Route[], publicUrl: string): Json {
  const named = routes.map((route) => ({ route, names: nameSchemas(route) }));
  const schemas = schemasOf();
  const paths: Record<string, Record<string, Json>> = {};
  for (const { route, names } of named) {
    const operations = (paths[route.base + route.path] ??= {});
    operations[route.method] = operation(route, names, schemas);
  }
  const taken = new Set(
    named.flatMap(({ route, names }) => [
      names.params,
      names.query,
      // A form's fields stand with its files.
      ...(route.files === undefined ? [] : [names.body]),
    ]),
  );
  const components = Object.fromEntries(Object.entries(schemas).filter(([id]) => !taken.has(id)));
  return {
    openapi: '3.1.0',
    info: {
      title: '一窗 OneWindow API',
      version: 'v1',
      description: says('托育机构一站式审批', 'One-stop approval of childcare institutions').description,
    },
    servers: [{ url: publicUrl }],
    tags: groupsOf(routes),
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: { schemas: components, securitySchemes },
  };
}

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', ...says('程序使用的令牌', 'For programs') },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'onewindow',
    ...says('浏览器登录；改动须带 X-CSRF-Token', 'A browser session; changes need X-CSRF-Token'),
  },
};

interface Names {
  readonly params: string | null;
  readonly query: string | null;
  readonly body: string | null;
  readonly answer: string;
}

/** Gives each schema of a route a name to be written under; contracts have theirs. */
function nameSchemas(route: Route): Names {
  const own = `${route.method}${route.path.replace(/\W+/g, '-')}`;
  const name = (schema: z.ZodType | undefined, part: string): string | null => {
    if (!schema) return null;
    const id = z.globalRegistry.get(schema)?.id ?? `${own}-${part}`;
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
    return id;
  };
  const answer = name(route.answer, 'answer') ?? '';
  return {
    params: name(route.params, 'params'),
    query: name(route.query, 'query'),
    body: name(route.body, 'body'),
    answer,
  };
}

/** Every named schema as JSON Schema, freed of what only zod's own readers need. */
function schemasOf(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: ref,
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema as Json]),
  );
}

function operation(route: Route, names: Names, schemas: Readonly<Record<string, Json>>): Json {
  const { zh, en } = route.summary;
  const body = requestBody(
    route,
    names.body === null ? undefined : schemas[names.body],
    names.body === null ? null : { $ref: ref(names.body) },
  );
  return {
    operationId: operationId(route),
    tags: [groupOf(route)],
    summary: `${zh} · ${en}`,
    'x-permission': route.who,
    ...(route.who === 'anyone' && { security: [] }),
    parameters: [
      ...parameters('path', names.params && schemas[names.params]),
      ...parameters('query', names.query && schemas[names.query]),
      ...headersOf(route),
    ],
    ...(body && { requestBody: body }),
    responses: responsesOf(route, names),
  };
}

/** `get /cases/{caseId}/events` is `getCasesByCaseIdEvents`. */
function operationId({ method, path }: Route): string {
  const words = path
    .replaceAll('{', 'by-')
    .split(/\W+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parameters(place: 'path' | 'query', schema: Json | null | undefined | ''): Json[] {
  if (!schema) return [];
  const properties = schema.properties as Record<string, Json>;
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    description,
    schema: rest,
  }));
}

function headersOf(route: Route): Json[] {
  const header = (name: string, required: boolean, zh: string, en: string): Json => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
    ...says(zh, en),
  });
  const once = route.changes && route.method === 'post';
  return [
    ...(once
      ? [
          header(
            'Idempotency-Key',
            true,
            '每次操作的唯一值，重试时不变',
            'Unique for each act, the same for a retry',
          ),
        ]
      : []),
    ...(route.precondition === 'ifMatch'
      ? [header('If-Match', true, '所见状态的 ETag', 'The ETag of what you saw')]
      : []),
    ...(route.waits
      ? [
          header(
            'Prefer',
            false,
            'wait=N：等待下一环节，至多 30 秒',
            'wait=N: wait for the next step, 30 seconds at most',
          ),
        ]
      : []),
    header('Accept-Language', false, '错误说明的语言，zh 或 en', 'The language of problems, zh or en'),
  ];
}

function responsesOf(route: Route, names: Names): Json {
  const types = route.answersIn ?? [JSON_TYPE];
  const content = {
    ...Object.fromEntries(types.map((type) => [type, { schema: { $ref: ref(names.answer) } }])),
    ...Object.fromEntries(route.alsoAs.map((type) => [type, { schema: binary }])),
  };
  const problem = {
    [`application/problem+json`]: { schema: { $ref: ref(z.globalRegistry.get(Problem)?.id ?? '') } },
  };
  const faults = statusesOf(route).map((status): [string, Json] => [
    String(status),
    {
      description: descriptionOf(status),
      content: status === route.alsoStatus ? { ...content, ...problem } : problem,
    },
  ]);
  return {
    [route.status]: { ...says('成功', 'Done'), headers: answerHeaders(route), content },
    ...Object.fromEntries(faults),
  };
}

function answerHeaders(route: Route): Json {
  const header = (zh: string, en: string) => ({ schema: { type: 'string' }, ...says(zh, en) });
  return {
    ...(route.precondition === 'ifMatch' && { ETag: header('最新版本', 'The version now') }),
    ...(route.status === 201 && { Location: header('新资源的地址', 'Where the new resource is') }),
    ...(route.changes &&
      route.method === 'post' && {
        'Idempotency-Replayed': header('true：重复请求的原答复', 'true: an answer given before'),
      }),
    ...(route.waits && { 'Preference-Applied': header('已按 Prefer 等待', 'The wait was honoured') }),
    ...(route.query &&
      ('cursor' in route.query.shape || 'after' in route.query.shape) && {
        Link: header('rel="next"：下一页', 'rel="next": the next page'),
      }),
  };
}

/** The statuses of the problems that a route can answer with. */
function statusesOf(route: Route): number[] {
  const post = route.changes && route.method === 'post';
  const possible: readonly (readonly [boolean, readonly number[]])[] = [
    [route.query !== undefined || post, [400]],
    [route.who !== 'anyone', [401, 403]],
    [route.params !== undefined, [404]],
    [route.changes, [409]],
    [route.body !== undefined || route.files !== undefined, [400, 413, 415, 422]],
    [route.answersIn !== undefined, [409, 410]],
    [route.alsoAs.length > 0, [409]],
    [route.precondition === 'ifMatch', [400, 412, 428]],
    [true, [429, 500, 503]],
  ];
  const statuses = possible.flatMap(([applies, list]) => (applies ? list : []));
  return [...new Set(statuses)].sort((a, b) => a - b);
}

function descriptionOf(status: number): string {
  const titles = Object.entries(problemKinds).filter(([, kind]) => kind.status === status);
  return titles.map(([code, { title }]) => `${code}: ${title.zh} · ${title.en}`).join('\n\n');
}
