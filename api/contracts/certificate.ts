import { z } from 'zod';
import type * as domain from '../../domain/label';
import { DocumentStatement } from '../../infra/documents/documentStatement';
import { fieldLabels } from '../../infra/documents/statementFields';
import { Label, oneOf, says } from './label';

const labels: Readonly<Record<keyof DocumentStatement, domain.Label>> = {
  no: { zh: '文书编号', en: 'Number of the document' },
  kind: { zh: '文书种类', en: 'Kind of document' },
  ...fieldLabels,
};

const described = Object.entries(DocumentStatement.shape).map(([name, field]) => {
  const { zh, en } = labels[name as keyof DocumentStatement];
  return [name, field.meta(says(zh, en))] as const;
});

const Statement = z
  .strictObject(Object.fromEntries(described) as unknown as typeof DocumentStatement.shape)
  .meta({
    id: 'DocumentStatement',
    ...says('文书所载内容，签名涵盖全部', 'What a document says, and all that its signature covers'),
  });

export const Certificate = z
  .strictObject({
    no: z.string().meta(says('文书编号', 'Number of the document')),
    caseId: z.string().meta(says('办件编号', 'The case')),
    statement: Statement,
    jws: z.string().meta(says('签名（紧凑 JWS，EdDSA）', 'The signature: a compact JWS, EdDSA')),
    pdf: z.string().meta(says('PDF 地址', 'Address of the PDF')),
    verify: z.string().meta(says('公开核验地址', 'Where anybody can verify it')),
  })
  .meta({ id: 'Certificate', ...says('备案回执或证书', 'A filing receipt or certificate') });
export type Certificate = z.infer<typeof Certificate>;

export const verificationStates = {
  valid: { zh: '有效', en: 'Valid' },
  takenOver: { zh: '机构已纳管，编号由原机关给出', en: 'Given elsewhere to an institution on the register' },
  suspended: { zh: '机构暂停服务', en: 'The institution is suspended' },
  expired: { zh: '已过有效期', en: 'Expired' },
  revoked: { zh: '已失效', en: 'No longer valid' },
  superseded: { zh: '已变更，另有新证', en: 'Superseded after a change' },
  altered: { zh: '签名不符', en: 'The signature does not match' },
  unknown: { zh: '查无此号', en: 'No such document' },
} as const;
export type VerificationState = keyof typeof verificationStates;

export const Verification = z
  .strictObject({
    no: z.string().meta(says('文书编号', 'The number that was asked for')),
    state: oneOf(verificationStates).meta(says('核验结果', 'What the check found')),
    label: Label.meta(says('核验结果名称', 'The same in words')),
    statement: Statement.nullable().meta(says('文书所载内容', 'What the document says')),
    jws: z
      .string()
      .nullable()
      .meta(says('签名，可用 /jwks.json 离线核验', 'The signature; /jwks.json verifies it offline')),
  })
  .meta({ id: 'Verification', ...says('核验结果', 'What the check of a document found') });
export type Verification = z.infer<typeof Verification>;
