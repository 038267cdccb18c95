import { type Page, expect } from '@playwright/test';

/** Opens one of the panels beside the pictures, if it is not open. */
export async function showPanel(page: Page, name: string): Promise<void> {
  // News become part of the name.
  const button = page.getByRole('button', { name: new RegExp(`^${name}`) });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

/** Asks for the floor from the bar of the room. */
export async function askForFloor(page: Page, kind: string, topic = ''): Promise<void> {
  await page.getByRole('button', { name: 'Đăng ký phát biểu' }).click();
  const form = page.getByRole('dialog', { name: 'Đăng ký phát biểu' });
  await form.getByRole('radio', { name: kind }).check({ force: true });
  await form.getByLabel('Về nội dung gì').fill(topic);
  await form.getByRole('button', { name: 'Đăng ký', exact: true }).click();
  await expect(form).toHaveCount(0);
}

/** The line over the bar that says who speaks. */
export const strip = (page: Page) => page.getByRole('region', { name: 'Người đang phát biểu' });

/** Lets the next in the queue speak, past the question where someone speaks already. */
export async function giveToNext(page: Page, name: string): Promise<void> {
  await strip(page)
    .getByRole('button', { name: new RegExp(`Mời phát biểu.*${name}`) })
    .click();
  const question = page.getByRole('alertdialog');
  await expect(question.or(strip(page).getByText(name).first()).first()).toBeVisible();
  if (await question.isVisible())
    await question.getByRole('button', { name: 'Mời phát biểu' }).click();
}

/** An act of the secretary on one person, from the list of people. */
export async function actOn(page: Page, name: string, act: string): Promise<void> {
  await showPanel(page, 'Người họp');
  await page.getByRole('searchbox', { name: 'Tìm người', exact: false }).fill(name);
  await page.getByRole('button', { name: `Việc với ${name}` }).click();
  await page.getByRole('menuitem', { name: act }).click();
}
