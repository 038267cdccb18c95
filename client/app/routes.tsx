import type { RouteObject } from 'react-router';
import { BareLayout } from './BareLayout.tsx';
import { NotFound } from './NotFound.tsx';
import { RouteError } from './RouteError.tsx';
import { ShellLayout } from './ShellLayout.tsx';
import { SignInLayout } from './SignInLayout.tsx';
import { adminPages } from './admin-routes.ts';
import { page } from './page.ts';
import { meetingTexts, resultTexts } from './texts.ts';

/** Papers and administration, in the shell. */
const shellPages: RouteObject[] = [
  {
    index: true,
    lazy: page(async () => (await import('./DayPage.tsx')).DayPage, 'home'),
  },
  {
    path: 'meetings',
    lazy: page(
      async () => (await import('../features/home/MeetingsPage.tsx')).MeetingsPage,
      'home',
    ),
  },
  {
    path: 'meetings/:meetingId',
    lazy: page(
      async () => (await import('./MeetingPage.tsx')).MeetingPage,
      ...meetingTexts,
      'screenControl',
      'kiosk',
    ),
  },
  {
    path: 'slips',
    lazy: page(
      async () => (await import('../features/opinions/answer/MySlipsPage.tsx')).MySlipsPage,
      'opinions',
      'slips',
    ),
  },
  {
    path: 'slips/:slipId',
    lazy: page(
      async () => (await import('../features/opinions/answer/MySlipPage.tsx')).MySlipPage,
      'opinions',
      'slips',
    ),
  },
  {
    path: 'slips/:slipId/report',
    lazy: page(
      async () => (await import('../features/opinions/report/ReportPage.tsx')).ReportPage,
      'opinions',
      'slips',
    ),
  },
  {
    path: 'me',
    lazy: page(async () => (await import('./MePage.tsx')).MePage, 'identity', 'face', 'statistics'),
  },
  {
    path: 'admin',
    lazy: page(
      async () => (await import('../features/administration/StaffOnly.tsx')).StaffOnly,
      'administration',
    ),
    children: adminPages,
  },
];

/**
 * Every page of the product. The code and the texts of a screen are fetched when it is opened:
 * `{ path: 'admin/rooms', lazy: page(async () => (await import('…/RoomsPage.tsx')).RoomsPage, 'rooms') }`
 */
export const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    // Nothing is shown while the first screen's code arrives; it takes a moment only.
    HydrateFallback: () => null,
    children: [
      // The style gallery is for development; a build leaves it out.
      ...(import.meta.env.DEV
        ? [
            {
              path: 'dev/gallery',
              lazy: page(async () => (await import('./gallery/Gallery.tsx')).Gallery),
            },
          ]
        : []),
      {
        Component: SignInLayout,
        children: [
          {
            path: 'sign-in',
            lazy: page(
              async () => (await import('../features/identity/SignInPage.tsx')).SignInPage,
              'identity',
            ),
          },
        ],
      },
      {
        element: <BareLayout theme="light" />,
        children: [
          {
            path: 'face-receipt',
            lazy: page(
              async () =>
                (await import('../features/attendance/enrolment/ReceiptPage.tsx')).ReceiptPage,
              'face',
            ),
          },
          {
            path: 'kiem-tra',
            lazy: page(
              async () => (await import('./RecordCheckPage.tsx')).RecordCheckPage,
              ...resultTexts,
              'records',
              'opinions',
              'slips',
              'electionRecord',
            ),
          },
        ],
      },
      {
        // Only for those who have signed in.
        lazy: page(
          async () => (await import('../features/identity/SessionGate.tsx')).SessionGate,
          'identity',
        ),
        children: [
          { Component: ShellLayout, children: shellPages },
          {
            element: <BareLayout />,
            children: [
              {
                path: 'meetings/:meetingId/room',
                lazy: page(
                  async () => (await import('./RoomPage.tsx')).RoomPage,
                  ...meetingTexts,
                  'room',
                  'face',
                ),
              },
            ],
          },
        ],
      },
      {
        element: <BareLayout isFixed />,
        children: [
          {
            path: 'kiosk',
            lazy: page(
              async () => (await import('./device/KioskPage.tsx')).KioskPage,
              'kiosk',
              'face',
              'device',
            ),
          },
          {
            path: 'room-device',
            lazy: page(
              async () => (await import('./device/RoomDevicePage.tsx')).RoomDevicePage,
              'hall',
              'room',
              'device',
            ),
          },
          {
            path: 'screen',
            lazy: page(
              async () => (await import('./device/ScreenPage.tsx')).ScreenPage,
              ...resultTexts,
              'screen',
              'device',
            ),
          },
        ],
      },
      { path: '*', Component: NotFound },
    ],
  },
];
