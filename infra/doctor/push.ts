import { answers } from '../launcher/ports';
import type { Check } from './examination';
import { doubtful, well } from './finding';

const PATIENCE_MS = 5_000;

/** Whether anything listens where pushes go. A push itself would be a registration, so none is tried. */
export const push: Check = async ({ settings: { pushUrl } }) => {
  if (pushUrl === null) return [];
  const { protocol, hostname, port, host } = new URL(pushUrl);
  const usual = protocol === 'https:' ? 443 : 80;
  if (await answers(Number(port) || usual, hostname.replace(/^\[|\]$/g, ''), PATIENCE_MS)) {
    return [well(`推送地址可达：${host}`, 'The address of pushes can be reached')];
  }
  const what = { zh: `推送地址不可达：${host}`, en: 'Nothing listens where pushes go' };
  const mend = {
    zh: '改正 PUSH_URL 或联系对方；推送会一直重试，不会丢失',
    en: 'correct PUSH_URL, or ask the other side; pushes are tried again and not lost',
  };
  return [doubtful(what, mend)];
};
