import { create as contentDisposition } from 'content-disposition';
import { z } from 'zod';
import { downloadNameOf } from '../../domain/paper';
import { openContent } from '../../infra/papers/content';
import type { PaperRow } from '../../infra/papers/papers';
import { says } from '../contracts/label';
import { Paper, PaperContent, paperMediaTypes, Replacement } from '../contracts/paper';
import { placeOf, replace } from '../handingIn';
import { answer, created } from '../http/answer';
import { etagOf } from '../http/precondition';
import { Problem } from '../http/problem';
import { paperAddress, paperView, versionSeen } from '../reading/papers';
import { readablePaper } from '../reading/readablePaper';
import { scannedPapers } from '../reading/scanned';
import { route } from '../route';
import type { Services } from '../services';

const PaperId = z.object({ id: z.uuid().meta(says('文件编号', 'Id of the paper')) });

export const paperRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/papers/{id}',
    who: 'signedIn',
    summary: { zh: '一份上传的文件', en: 'A paper that was uploaded' },
    params: PaperId,
    answer: Paper,
    reads: async ({ params: { id }, caller: { actor } }) => {
      const { paper, plan } = await readablePaper(services, actor, id);
      return answer(paperView(paper, plan), { etag: etagOf(versionSeen(paper)) });
    },
  }),

  route({
    method: 'get',
    path: '/papers/{id}/content',
    who: 'signedIn',
    summary: { zh: '下载文件；查毒通过后才可下载', en: 'Download a paper, once it has been found clean' },
    params: PaperId,
    answer: PaperContent,
    answersIn: paperMediaTypes,
    reads: async ({ params: { id }, caller: { actor } }) => {
      const { paper } = await readablePaper(services, actor, id);
      requireClean(paper);
      const { file_name: fileName, media_type: mediaType } = paper;
      return answer(await openContent(services.papers.storage, paper), {
        'content-type': mediaType,
        'content-length': String(paper.bytes),
        'content-disposition': contentDisposition(downloadNameOf({ fileName, mediaType })),
      });
    },
  }),

  route({
    method: 'post',
    path: '/papers/{id}/replacement',
    who: ['applicant', 'intakeClerk'],
    summary: {
      zh: '以新版替换文件；旧版保留',
      en: 'Replace a paper by a newer version; the older one stays',
    },
    params: PaperId,
    body: Replacement,
    answer: Paper,
    status: 201,
    precondition: 'ifMatch',
    upload: {
      files: 1,
      admits: async ({ params: { id }, caller: { actor }, expectedVersion }) => {
        expectedVersion();
        const { paper } = await readablePaper(services, actor, id);
        await placeOf(services, services.ground.db, actor, paper);
      },
    },
    changes: async (tx, { params: { id }, files, caller: { actor }, expectedVersion, req }) => {
      const { paper: seen } = await readablePaper(services, actor, id, tx);
      const place = await placeOf(services, tx, actor, seen);
      const wanted = { id, expectedVersion: expectedVersion(), files, by: actor, req };
      const paper = await replace(services, tx, place, wanted);
      return created(paperAddress(paper.id), paperView(paper, place.plan), {
        etag: etagOf(versionSeen(paper)),
      });
    },
    waits: async (before, { req }, seconds) => {
      const [paper] = await scannedPapers(services, [before.body], seconds, req);
      return { ...before, body: paper ?? before.body };
    },
  }),
];

/** Nothing is handed out that no scanner has found clean. */
function requireClean({ state, finding }: PaperRow): void {
  switch (state) {
    case 'clean':
      return;
    case 'infected':
      throw new Problem('paperInfected', { detail: { zh: `${finding}。`, en: `${finding}.` } });
    case 'erased':
      throw new Problem('paperErased');
    case 'received':
    case 'scanFailed':
      throw new Problem('paperNotScanned', { headers: { 'retry-after': '2' } });
  }
}
