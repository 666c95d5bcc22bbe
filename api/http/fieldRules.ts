import type { z } from 'zod';
import type { Label } from '../../domain/label';
import type { OwnRule } from '../contracts/text';
import type { FieldFault } from './problem';

type Issue = z.core.$ZodIssue;

/** What a schema finds wrong in a value, field by field. `base` is a JSON pointer put before each. */
export function faultsOf(error: z.ZodError, value: unknown, base = ''): FieldFault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, value, base));
}

function faultsOfIssue(issue: Issue, value: unknown, base: string): FieldFault[] {
  const pointer = base + pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer + pointerOf([key]), ...words.unknownField }));
  }
  if (at(value, issue.path) === undefined) return [{ pointer, ...words.required, ...optionsOf(issue) }];
  return [{ pointer, ...ruleOf(issue), ...optionsOf(issue) }];
}

interface Rule {
  readonly code: string;
  readonly message: Label;
}

function ruleOf(issue: Issue): Rule {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return words.empty;
      return bound('tooSmall', issue.origin, `≥ ${issue.minimum}`);
    case 'too_big':
      return bound('tooLarge', issue.origin, `≤ ${issue.maximum}`);
    case 'invalid_format':
      return formats[issue.format] ?? words.invalidFormat;
    case 'invalid_value':
    case 'invalid_union':
      return words.notAllowed;
    case 'custom':
      return own[(issue.params as { readonly rule: OwnRule } | undefined)?.rule ?? 'notText'];
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return words.invalidFormat;
  }
}

function optionsOf(issue: Issue): Pick<FieldFault, 'expected'> {
  if (issue.code === 'invalid_value') return { expected: issue.values.map(String) };
  if (issue.code === 'invalid_union' && 'options' in issue)
    return { expected: (issue.options ?? []).map(String) };
  return {};
}

const words = {
  required: { code: 'required', message: { zh: '必填', en: 'is needed' } },
  empty: { code: 'tooSmall', message: { zh: '不能为空', en: 'must not be empty' } },
  unknownField: { code: 'unknownField', message: { zh: '没有这一项', en: 'there is no such field' } },
  invalidFormat: { code: 'invalidFormat', message: { zh: '格式不正确', en: 'is not written as it must be' } },
  notAllowed: {
    code: 'notAllowed',
    message: { zh: '不在允许的值之列', en: 'is not one of the allowed values' },
  },
} as const satisfies Record<string, Rule>;

const formats: Readonly<Record<string, Rule>> = {
  date: {
    code: 'invalidDate',
    message: { zh: '须为有效日期，如 2026-09-28', en: 'write a date like 2026-09-28' },
  },
  email: { code: 'invalidEmail', message: { zh: '须为有效的电子邮箱', en: 'write an e-mail address' } },
  uuid: { code: 'invalidId', message: { zh: '须为 UUID', en: 'write a UUID' } },
};

const own: Readonly<Record<OwnRule, Rule>> = {
  notText: {
    code: 'notText',
    message: { zh: '含有不能保存的字符', en: 'holds characters that cannot be kept' },
  },
  repeated: { code: 'repeated', message: { zh: '不得重复', en: 'holds a value twice' } },
  idNumber: {
    code: 'invalidIdNumber',
    message: {
      zh: '身份证号不正确（18 位，含校验码）',
      en: 'is no ID number (18 characters with a check character)',
    },
  },
  personalValue: {
    code: 'personalValue',
    message: {
      zh: '不得写入手机号码、身份证号或电子邮箱：记录不可删改',
      en: 'must hold no mobile number, ID number or e-mail address: the record cannot be erased',
    },
  },
  unifiedCode: {
    code: 'invalidUnifiedCode',
    message: {
      zh: '统一社会信用代码不正确（18 位，含校验码）',
      en: 'is no unified social credit code (18 characters with a check character)',
    },
  },
};

const typeNames: Readonly<Record<string, Label>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};

function wrongType(expected: string): Rule {
  const name = typeNames[expected] ?? { zh: expected, en: expected };
  return { code: 'wrongType', message: { zh: `须为${name.zh}`, en: `must be ${name.en}` } };
}

function bound(code: string, origin: string, limit: string): Rule {
  const measured: Record<string, Label> = {
    string: { zh: '字数', en: 'characters' },
    array: { zh: '项数', en: 'entries' },
  };
  const of = measured[origin];
  return {
    code,
    message: { zh: `${of?.zh ?? '数值'}须 ${limit}`, en: `must be ${limit}${of ? ` ${of.en}` : ''}` },
  };
}

/** RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
