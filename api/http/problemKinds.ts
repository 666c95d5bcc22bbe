import type { Label } from '../../domain/label';
import { paperProblems } from './paperProblems';
import type { ProblemKind } from './problemKind';
import { refusalKinds } from './refusalKinds';

const signInAgain: Label = {
  zh: '请重新登录，或换用有效的令牌。',
  en: 'Sign in again, or send a token that is valid.',
};
const checkAddress: Label = { zh: '请核对地址和编号。', en: 'Check the address and the number.' };
const readAgain: Label = {
  zh: '请重新读取最新状态，确认后以新的 ETag 再次提交。',
  en: 'Read it again; if you still want to, send it with the new ETag.',
};
const retryLater: Label = {
  zh: '请稍后以同一 Idempotency-Key 重试：结果未知，重试不会重复办理。',
  en: 'Retry later with the same Idempotency-Key: the outcome is unknown, and a retry never acts twice.',
};

/** The one table from a code to its HTTP status, its title and what to do. */
export const problemKinds = {
  malformedRequest: {
    status: 400,
    title: { zh: '请求格式有误', en: 'The request is malformed' },
    mend: {
      zh: '请按 errors 所列改正参数或请求头。',
      en: 'Correct the parameters or headers that `errors` lists.',
    },
  },
  malformedJson: {
    status: 400,
    title: { zh: '请求正文不是有效的 JSON', en: 'The body is not valid JSON' },
    mend: { zh: '请检查正文的 JSON 语法。', en: "Check the body's JSON syntax." },
  },
  idempotencyKeyMissing: {
    status: 400,
    title: { zh: '缺少 Idempotency-Key', en: 'Idempotency-Key is missing' },
    mend: {
      zh: '请为每次操作生成一个唯一值（如 UUID）写入请求头 Idempotency-Key，重试时用同一个值。',
      en: 'Send a unique value (a UUID) as Idempotency-Key with each act, and the same one when you retry.',
    },
  },
  signInFailed: {
    status: 400,
    title: { zh: '登录未完成', en: 'The sign-in was not completed' },
    mend: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  unauthenticated: {
    status: 401,
    title: { zh: '请先登录', en: 'Sign in first' },
    mend: {
      zh: '浏览器请打开 /auth/login；程序请在请求头写入 Authorization: Bearer <令牌>。',
      en: 'In a browser open /auth/login; programs send Authorization: Bearer <token>.',
    },
  },
  tokenInvalid: {
    status: 401,
    title: { zh: '令牌无效或已过期', en: 'The token is invalid or has expired' },
    mend: signInAgain,
  },
  accountUnknown: {
    status: 403,
    title: { zh: '账号尚未登记', en: 'The account is not registered here' },
    mend: {
      zh: '您已登录，但本系统没有您的账号。请将 detail 中的 issuer 和 sub 告知系统管理员，由其登记单位和岗位。',
      en: 'You are signed in, but unknown here. Give the issuer and sub in `detail` to an administrator, who registers your unit and roles.',
    },
  },
  csrfTokenInvalid: {
    status: 403,
    title: { zh: '缺少或错误的 CSRF 令牌', en: 'The CSRF token is missing or wrong' },
    mend: {
      zh: '请将 GET /api/v1/me 给出的 csrfToken 写入请求头 X-CSRF-Token。',
      en: 'Send the csrfToken of GET /api/v1/me as X-CSRF-Token.',
    },
  },
  notReadable: {
    status: 403,
    title: { zh: '您无权查看', en: 'This is not yours to read' },
    mend: {
      zh: '只有举办者、参与办理的单位和督办、管理人员可以查看。',
      en: 'Only its applicant, the units on its way, coordinators and administrators may read it.',
    },
  },
  notNamed: {
    status: 403,
    title: { zh: '您不是该单位的负责人或替补人', en: 'The unit has not named you' },
    mend: {
      zh: '只有单位指定的负责人和替补人填报自己不在岗；由单位负责人或系统管理员指定。',
      en: 'Only the two whom a unit has named say when they are away; its head or an administrator names them.',
    },
  },
  ...refusalKinds,
  ...paperProblems,
  routeNotFound: {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is no such address' },
    mend: checkAddress,
  },
  periodNotBegun: {
    status: 404,
    title: { zh: '这一期间尚未开始', en: 'This period has not begun yet' },
    mend: { zh: '请查看已经开始的月份或年份。', en: 'Ask for a month or a year that has begun.' },
  },
  feedCursorUnknown: {
    status: 409,
    title: { zh: '游标不属于现有记录', en: 'The cursor is none of this record' },
    mend: {
      zh: '记录曾恢复到较早的状态。请不带 after 从头重读，按事件 id 去重。',
      en: 'The record was restored to an earlier state. Read again from the start, without `after`; events that you have are known by their id.',
    },
  },
  caseNotFound: {
    status: 404,
    title: { zh: '没有这个办件', en: 'There is no such case' },
    mend: checkAddress,
  },
  workItemNotFound: {
    status: 404,
    title: { zh: '没有这个待办事项', en: 'There is no such work item' },
    mend: checkAddress,
  },
  unitNotFound: {
    status: 404,
    title: { zh: '没有这个须指定负责人的单位', en: 'There is no such unit that names who answers' },
    mend: { zh: '各单位见 GET /api/v1/responsible。', en: 'GET /api/v1/responsible lists the units.' },
  },
  draftNotFound: {
    status: 404,
    title: { zh: '没有这份申报草稿', en: 'There is no such draft' },
    mend: checkAddress,
  },
  complaintNotFound: {
    status: 404,
    title: { zh: '没有这件投诉，或查询码不对', en: 'There is no such complaint, or its code is another' },
    mend: { zh: '请核对编号和查询码。', en: 'Check the number and the code.' },
  },
  documentNotFound: {
    status: 404,
    title: { zh: '没有这份文书', en: 'There is no such document' },
    mend: checkAddress,
  },
  methodNotAllowed: {
    status: 405,
    title: { zh: '该地址不支持此方法', en: 'The address does not take this method' },
    mend: { zh: '可用的方法见响应头 Allow。', en: 'The header Allow lists the methods.' },
  },
  requestInFlight: {
    status: 409,
    title: { zh: '同一请求正在处理', en: 'The same request is being handled' },
    mend: {
      zh: '请稍后以同一 Idempotency-Key 重试。',
      en: 'Retry in a moment with the same Idempotency-Key.',
    },
  },
  alreadySubmitted: {
    status: 409,
    title: { zh: '该草稿已提交', en: 'The draft has been submitted' },
    mend: { zh: '办件地址见响应头 Location。', en: 'The header Location names its case.' },
  },
  changePending: {
    status: 409,
    title: { zh: '该机构已有变更正在办理', en: 'A change of this institution is under way already' },
    mend: {
      zh: '其办件地址见响应头 Location；请待其办结，或先撤回。',
      en: 'The header Location names its case: wait for its end, or withdraw it first.',
    },
  },
  versionMismatch: {
    status: 412,
    title: { zh: '您看到的不是最新状态', en: 'What you saw is not the newest state' },
    mend: readAgain,
  },
  bodyTooLarge: {
    status: 413,
    title: { zh: '请求正文过大', en: 'The body is too large' },
    mend: { zh: '正文不得超过 256 KB。', en: 'A body may have 256 KB at most.' },
  },
  wrongContentType: {
    status: 415,
    title: { zh: '不支持的正文类型', en: 'The content type is not supported' },
    mend: {
      zh: '请使用 Content-Type: application/json，编码 UTF-8。',
      en: 'Send Content-Type: application/json in UTF-8.',
    },
  },
  invalidContent: {
    status: 422,
    title: { zh: '内容不符合要求', en: 'The content does not meet the rules' },
    mend: { zh: '请按 errors 所列逐项改正。', en: 'Correct each entry of `errors`.' },
  },
  cannotBePlanned: {
    status: 422,
    title: { zh: '申报不符合方案', en: 'The application does not fit the plan' },
    mend: { zh: '请按 errors 所列逐项改正。', en: 'Correct each entry of `errors`.' },
  },
  planFileWrong: {
    status: 422,
    title: { zh: '方案不能这样公布', en: 'The plan cannot be published like this' },
    mend: {
      zh: '请按 errors 所列逐处改正文件；npm run plan -- check 也会这样检查。',
      en: 'Correct the file where `errors` says; npm run plan -- check looks at it in the same way.',
    },
  },
  keyReused: {
    status: 422,
    title: { zh: 'Idempotency-Key 已用于另一请求', en: 'The Idempotency-Key was used for another request' },
    mend: { zh: '新的操作请使用新的 Idempotency-Key。', en: 'Use a new Idempotency-Key for a new act.' },
  },
  ifMatchMissing: {
    status: 428,
    title: { zh: '缺少 If-Match', en: 'If-Match is missing' },
    mend: {
      zh: '请将您所见状态的 ETag 写入请求头 If-Match，以免覆盖他人的办理。',
      en: 'Send the ETag of what you saw as If-Match, lest you overwrite what others did.',
    },
  },
  tooManyRequests: {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    mend: { zh: '请在 Retry-After 所示秒数后重试。', en: 'Retry after the seconds in Retry-After.' },
  },
  internalError: {
    status: 500,
    title: { zh: '系统内部错误', en: 'Something went wrong here' },
    mend: {
      zh: '请将 requestId 告知系统管理员；未确认结果的操作可用同一 Idempotency-Key 重试。',
      en: 'Give the requestId to an administrator; an act may be retried with the same Idempotency-Key.',
    },
  },
  databaseUnavailable: {
    status: 503,
    title: { zh: '数据库暂时不可用', en: 'The database is unavailable' },
    mend: retryLater,
  },
  identityUnavailable: {
    status: 503,
    title: { zh: '身份认证服务暂时不可用', en: 'The identity provider is unavailable' },
    mend: { zh: '请稍后重试；本次请求未被办理。', en: 'Retry later; nothing was done.' },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemKinds;
