import type { SlipResult, SlipView } from '../contracts/opinions.ts';
import type { Verdict } from '../contracts/verdict.ts';

/** Those who want something else than what came out; who said nothing wants nothing else. */
export function differing({ verdict, views }: Pick<SlipResult, 'verdict' | 'views'>): SlipView[] {
  const passed = passedKeys(verdict);
  return views.filter(({ marks }) => {
    if (marks === null) return false;
    if (marks.kind === 'motion')
      return (marks.choice === 'for') !== (verdict.outcome === 'carried');
    // Where no option passed there is nothing to differ from.
    return (
      marks.kind === 'choose' && passed.size > 0 && !marks.chosen.some((key) => passed.has(key))
    );
  });
}

const passedKeys = (verdict: Verdict): ReadonlySet<number> =>
  new Set(
    verdict.kind === 'choose'
      ? verdict.options.filter(({ passed }) => passed).map(({ key }) => key)
      : [],
  );
