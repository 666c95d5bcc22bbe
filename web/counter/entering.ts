import { computed, nextTick, onScopeDispose, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { type Part, plainer, withPart } from '../apply/applicationParts';
import { spreadOut } from '../apply/unfinished';
import { schemaNamed } from '../form/schema';
import { filled } from '../form/shape';
import { useTrying } from '../trying';

interface Entering {
  /** What the API calls the entry. */
  readonly schema: string;
  readonly organisation: string;
  /** What is entered besides the application. */
  readonly beside: () => Readonly<Record<string, unknown>>;
  /** Sends the entry under a key; once it is `touched` no more, it may be left. */
  readonly enter: (entry: unknown, key: string) => Promise<unknown>;
  readonly summary: Readonly<Ref<{ readonly focus: () => void } | null>>;
}

/** An application as an official writes it for an organisation: nothing typed is lost unseen, and what is at fault is told. */
export function useEntering({ schema, organisation, beside, enter, summary }: Entering) {
  const { t } = useI18n();
  const application = ref(spreadOut({}, { organisation, email: null, locale: 'zh' }));
  const touched = ref(false);
  const body = computed(() => ({ organisation, ...beside(), application: application.value }));
  const { attempt, failure, isTrying } = useTrying(() => body.value);
  const errors = computed(() =>
    (failure.value?.fields ?? [])
      .filter(({ pointer }) => pointer !== '')
      .map((error) => plainer(error, body.value, t('apply.missing'))),
  );
  const leaving = (event: BeforeUnloadEvent): void => {
    if (touched.value) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  onScopeDispose(() => window.removeEventListener('beforeunload', leaving));

  function change(part: Part, field: string, value: unknown): void {
    application.value = withPart(application.value, part, field, value);
    touched.value = true;
  }

  async function send(): Promise<void> {
    const isEntered = await attempt(async (key) => {
      await enter(filled(body.value, schemaNamed(schema)), key);
    });
    if (isEntered || !failure.value) return;
    await nextTick();
    summary.value?.focus();
  }
  return { application, touched, errors, failure, isTrying, change, send };
}
