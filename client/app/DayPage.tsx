import { Suspense, lazy } from 'react';
import { HomePage } from '../features/home/HomePage.tsx';
import { loadTexts } from '../locales/index.ts';

// After the page stands: most days there is none.
const SlipsToAnswer = lazy(async () => {
  const [{ SlipsToAnswer: Slips }] = await Promise.all([
    import('../features/opinions/answer/SlipsToAnswer.tsx'),
    loadTexts('slips'),
  ]);
  return { default: Slips };
});

const PollsToAnswer = lazy(async () => ({
  default: (await import('../features/voting/PollsToAnswer.tsx')).PollsToAnswer,
}));

/** The page of the day: ballots that wait above the meetings, slips with days of time below those of today. */
export function DayPage() {
  return (
    <HomePage
      later={
        <Suspense>
          <SlipsToAnswer />
        </Suspense>
      }
    >
      <Suspense>
        <PollsToAnswer />
      </Suspense>
    </HomePage>
  );
}
