import { paperMediaTypes } from './contracts/paper';
import { says } from './contracts/label';
import type { Route } from './route';

type Json = Readonly<Record<string, unknown>>;

/** The body that a route takes: JSON, or a form of files with its other fields beside them; null for none. */
export function requestBody(
  { files }: Pick<Route, 'files'>,
  schema: Json | undefined,
  reference: Json | null,
): Json | null {
  if (files !== undefined) return { required: true, content: { 'multipart/form-data': form(files, schema) } };
  return reference && { required: true, content: { 'application/json': { schema: reference } } };
}

function form(files: number, schema: Json = { type: 'object' }): Json {
  const { properties = {}, required = [] } = schema as { properties?: Json; required?: readonly string[] };
  const file = {
    type: 'array',
    items: { type: 'string', format: 'binary' },
    minItems: 1,
    maxItems: files,
    ...says(
      `文件，至多 ${files} 个；格式依内容判定`,
      `The files, ${files} at most; their format is told by their content`,
    ),
  };
  return {
    schema: { ...schema, properties: { ...properties, file }, required: [...required, 'file'] },
    encoding: { file: { contentType: paperMediaTypes.join(', ') } },
  };
}
