import { type Browser, type Page, expect } from '@playwright/test';
import { newProfile } from './browser.ts';
import { accounts, takeSeat } from './people.ts';

/** A delegate enrols their own face on their own page. */
export async function enrolFace(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/me`);
  await page.getByText('Tôi đã đọc và tự nguyện đồng ý').click();
  await page.getByRole('button', { name: 'Đồng ý và bắt đầu đăng ký' }).click();
  await expect(page.getByText('Đã đăng ký khuôn mặt').first()).toBeVisible({ timeout: 240_000 });
}

interface Pairing {
  kind: 'kiosk' | 'screen' | 'room-device';
  /** A device of a room joins the meetings of that room alone. */
  room?: string;
  url: string;
  name: string;
  /** What it shows for a moment once it is paired: looked for from before. */
  shows?: string;
}

/** Opens a device's page on a fresh browser profile and has the administrator confirm the code that it shows. */
export async function pairDevice(
  browser: Browser,
  administrator: Page,
  { kind, url, name, room, shows }: Pairing,
): Promise<Page> {
  const context = await newProfile(browser);
  const device = await context.newPage();
  await device.goto(`${url}/${kind}`);
  const code = await device.getByLabel('Mã ghép nối').innerText();
  await administrator.goto(`${url}/admin/devices`);
  await administrator.getByRole('button', { name: 'Ghép thiết bị' }).first().click();
  await administrator.getByLabel('Mã trên thiết bị').fill(code);
  await administrator.getByLabel('Tên thiết bị').fill(name);
  if (room !== undefined) {
    await administrator.getByRole('combobox', { name: 'Phòng họp' }).fill(room);
    await administrator.getByRole('option', { name: room }).click();
  }
  const shown = shows === undefined ? null : device.getByText(shows).first().waitFor();
  await administrator.getByRole('button', { name: 'Ghép', exact: true }).click();
  await expect(administrator.getByText(`Đã ghép ${name}`).first()).toBeVisible();
  await shown;
  return device;
}

/** The big screen of the room of the demo data's meeting, paired by an administrator who then leaves. */
export async function pairWall(browser: Browser, url: string): Promise<Page> {
  const { page } = await takeSeat(browser, url, accounts.administrator);
  const place = { url, room: 'Phòng họp A', name: 'Màn hình lớn' };
  const wall = await pairDevice(browser, page, { kind: 'screen', ...place });
  await page.context().close();
  return wall;
}
