import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { seatRows } from './seat-rows.ts';

const at = (seat: string) => ({ seat });
const labels = (rows: ReturnType<typeof seatRows<{ seat: string }>>) =>
  rows.map(({ name, seats }) => [name, seats.map(({ seat }) => seat)]);

it('[seats] rows by letter, seats by number and not by text', () => {
  expect(labels(seatRows(['B2', 'A10', 'A2', 'b 1', 'Đ-3'].map(at)))).toEqual([
    ['A', ['A2', 'A10']],
    ['B', ['b 1', 'B2']],
    ['Đ', ['Đ-3']],
  ]);
});

it('[seats] numbers alone are one row, other labels the last, and nobody without a seat sits', () => {
  expect(labels(seatRows(['12', '', 'cạnh cửa', '3', ' '].map(at)))).toEqual([
    ['', ['3', '12']],
    ['', ['cạnh cửa']],
  ]);
});

it('[seats] everyone who has a seat sits once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 })), (seats) => {
      const seated = seatRows(seats.map(at)).flatMap((row) => row.seats.map(({ seat }) => seat));
      expect(seated.toSorted()).toEqual(seats.filter((seat) => seat.trim() !== '').toSorted());
    }),
  );
});
