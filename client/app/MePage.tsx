import { FaceSection } from '../features/attendance/enrolment/FaceSection.tsx';
import { OwnHistory } from '../features/attendance/statistics/OwnHistory.tsx';
import { ProfilePage } from '../features/identity/ProfilePage.tsx';

/** The own details, with the sections that other features add. */
export const MePage = () => (
  <ProfilePage>
    <FaceSection />
    <OwnHistory />
  </ProfilePage>
);
