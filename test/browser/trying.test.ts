import { ref } from 'vue';
import { failureOf, unanswered } from '../../web/client/failure';
import { useTrying } from '../../web/trying';

describe('what a form sends', () => {
  const sent = async (
    { attempt }: ReturnType<typeof useTrying>,
    answer: () => unknown = () => undefined,
  ): Promise<string> => {
    let used = '';
    await attempt((key) => {
      used = key;
      return Promise.resolve().then(answer);
    });
    return used;
  };
  const breaks = () => {
    throw unanswered();
  };

  it('goes under one key as long as nobody knows whether it arrived', async () => {
    const trying = useTrying(() => ['name']);
    const first = await sent(trying, breaks);
    expect(trying.failure.value?.kind).toBe('offline');
    expect(await sent(trying)).toBe(first);
    expect([trying.failure.value, trying.isTrying.value]).toEqual([null, false]);
  });

  it('is another thing under another key once its content changes, however deep', async () => {
    const content = ref<{ what: string[] }>({ what: ['name'] });
    const trying = useTrying(() => content.value);
    const first = await sent(trying, breaks);
    content.value.what.push('head');
    expect(await sent(trying)).not.toBe(first);
  });

  it('has another key after a refusal', async () => {
    const trying = useTrying(() => 'same');
    const refuses = () => {
      throw failureOf(409, { code: 'changePending', title: '' });
    };
    const first = await sent(trying, refuses);
    expect(await sent(trying)).not.toBe(first);
  });

  it('is sent once at a time', async () => {
    const trying = useTrying(() => 'same');
    const [first, second] = await Promise.all([
      trying.attempt(() => Promise.resolve()),
      trying.attempt(() => Promise.resolve()),
    ]);
    expect([first, second]).toEqual([true, false]);
  });
});
