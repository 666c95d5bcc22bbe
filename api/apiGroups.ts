import type { Label } from '../domain/label';
import { says } from './contracts/label';
import type { Route } from './route';

/** The groups in which the description lists the API: the first word of a path, and what it is about. */
const groups: Readonly<Record<string, Label>> = {
  plan: { zh: '方案', en: 'The plan' },
  vocabulary: { zh: '词汇', en: 'The vocabulary' },
  itineraries: { zh: '行程预览', en: 'Preview of an itinerary' },
  applications: { zh: '申报', en: 'Applications' },
  organisations: { zh: '举办者', en: 'Applicant organisations' },
  takeovers: { zh: '纳管', en: 'Taking over institutions that are open' },
  cases: { zh: '办件', en: 'Cases' },
  papers: { zh: '上传的文件', en: 'Papers that were uploaded' },
  worklist: { zh: '待办清单', en: 'The worklist' },
  'work-items': { zh: '待办事项', en: 'Work items' },
  evaluations: { zh: '年度评估', en: 'Annual evaluations' },
  visits: { zh: '监督检查', en: 'Visits' },
  complaints: { zh: '投诉', en: 'Complaints of the public' },
  registrations: { zh: '登记', en: 'Registrations' },
  filings: { zh: '备案', en: 'Filings' },
  certificates: { zh: '证书', en: 'Certificates' },
  register: { zh: '公开名录', en: 'The public register' },
  statistics: { zh: '公开数据', en: 'Public figures' },
  sites: { zh: '示范点', en: 'Demonstration sites' },
  conference: { zh: '联席会议', en: 'The joint conference' },
  responsible: { zh: '专人负责', en: 'Who answers for supervision' },
  reports: { zh: '月报、年报', en: 'Reports' },
  feed: { zh: '事件推送源', en: 'The event feed' },
  live: { zh: '实时更新', en: 'Live updates' },
  me: { zh: '当前账号', en: 'Who is signed in' },
  verify: { zh: '核验', en: 'Verification' },
};

export function groupOf({ path }: Pick<Route, 'path'>): string {
  return path.split('/')[1] ?? '';
}

/** The groups of these routes in their order, as OpenAPI's `tags`. @throws TypeError for a group without a name */
export function groupsOf(routes: readonly Pick<Route, 'path'>[]): { name: string; description: string }[] {
  return [...new Set(routes.map(groupOf))].map((name) => {
    const about = groups[name];
    if (!about) throw new TypeError(`api/apiGroups.ts does not say what /${name} is about`);
    return { name, ...says(about.zh, about.en) };
  });
}
