import { type Browser, expect, test } from '@playwright/test';
import { newProfile } from './support/browser.ts';
import { joinRoom, writeMessage } from './support/delegate.ts';
import { pairDevice } from './support/door.ts';
import { launchFigure } from './support/figure-browser.ts';
import { askForFloor, giveToNext, showPanel, strip } from './support/floor.ts';
import { look } from './support/look.ts';
import { type Seat, accounts, takeSeat } from './support/people.ts';
import { seatSecretary } from './support/secretary.ts';
import { type RunningServer, startServer } from './support/server.ts';

/** The screens of a room in session: who speaks, who waits at the door, what hangs on its wall. */
test.describe.configure({ mode: 'serial' });

const speaker = 'Nguyễn Thị Bích Liễu';
const room = 'Phòng họp A';

let server: RunningServer;
let library: Browser;
let office: Browser;
let meetingUrl: string;
let secretary: Seat;
let first: Seat;
let second: Seat;

test.beforeAll(async () => {
  server = await startServer();
  library = await launchFigure('library');
  office = await launchFigure('office');
  secretary = await seatSecretary(office, server.url);
  meetingUrl = secretary.page.url();
  first = await takeSeat(library, server.url, accounts.firstDelegate);
  second = await takeSeat(office, server.url, accounts.secondDelegate);
  for (const { page } of [secretary, first, second]) await joinRoom(page, meetingUrl);
});

test.afterAll(async () => {
  await library?.close();
  await office?.close();
  await server?.stop();
});

test('[S7] someone speaks and others wait for their turn', async () => {
  await showPanel(secretary.page, 'Phát biểu');
  await secretary.page.getByText('Chủ tọa điều hành phát biểu (khóa micro)').click();
  await askForFloor(first.page, 'Phát biểu', 'Tiến độ giải ngân');
  await giveToNext(secretary.page, speaker);
  await askForFloor(second.page, 'Chất vấn', 'Vốn đối ứng của địa phương');
  await expect(strip(second.page)).toContainText(speaker);
  await look(secretary.page, 'room-floor');
  await second.page.keyboard.press('?');
  await expect(second.page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
  await look(second.page, 'room-keys');
  await second.page.keyboard.press('Escape');
  await second.page.getByRole('button', { name: 'Hiển thị' }).click();
  await second.page.getByRole('menuitemradio', { name: 'Người phát biểu lớn' }).click();
  await look(second.page, 'room-speaker');
  expect([secretary, first, second].flatMap(({ errors }) => errors)).toEqual([]);
});

test('[S8] someone waits at the door, others write', async () => {
  await showPanel(secretary.page, 'Người họp');
  await secretary.page.getByRole('button', { name: 'Cửa phòng họp trực tuyến' }).click();
  await secretary.page.getByRole('option', { name: 'Mọi đại biểu chờ được cho vào' }).click();
  const late = await takeSeat(library, server.url, accounts.enrolledDelegate);
  await late.page.goto(`${meetingUrl}/room`);
  await late.page.getByRole('button', { name: 'Vào họp' }).click();
  await expect(late.page.getByText('Thư ký sẽ cho đồng chí vào')).toBeVisible();
  await look(late.page, 'room-waiting');
  await late.page.context().close();
  await look(secretary.page, 'room-people');
  // Before anything is written: news would be part of the button's name.
  for (const { page } of [first, second]) await showPanel(page, 'Trao đổi');
  await writeMessage(first.page, 'Kính gửi các đồng chí tài liệu về tiến độ giải ngân.');
  await writeMessage(second.page, 'Cảm ơn đồng chí.');
  await expect(second.page.getByText('Kính gửi các đồng chí', { exact: false })).toBeVisible();
  await look(second.page, 'room-chat');
  expect([secretary, late, second].flatMap(({ errors }) => errors)).toEqual([]);
});

test('[S9] the camera of the room and its big screen', async () => {
  const administrator = await takeSeat(office, server.url, accounts.administrator);
  const fresh = await (await newProfile(office)).newPage();
  await fresh.goto(`${server.url}/room-device`);
  await expect(fresh.getByLabel('Mã ghép nối')).toBeVisible();
  await look(fresh, 'room-device-pairing');
  await fresh.context().close();
  const place = { url: server.url, room };
  const screen = await pairDevice(office, administrator.page, {
    ...place,
    kind: 'screen',
    name: 'Màn hình A',
  });
  await expect(screen.getByRole('heading', { name: speaker })).toBeVisible();
  await expect(screen.locator('video')).toBeVisible();
  await look(screen, 'screen-speaker');
  await secretary.page.goto(meetingUrl);
  await secretary.page.getByRole('button', { name: 'Màn hình lớn hiển thị' }).click();
  await secretary.page.getByRole('option', { name: 'Sơ đồ chỗ ngồi' }).click();
  await expect(screen.getByRole('heading', { name: 'Sơ đồ chỗ ngồi' })).toBeVisible();
  await look(screen, 'screen-seats');
  await screen.context().close();
  const device = await pairDevice(library, administrator.page, {
    ...place,
    kind: 'room-device',
    name: 'Phòng A',
  });
  await expect(device.getByText(speaker).first()).toBeVisible();
  await look(device, 'room-device');
});
