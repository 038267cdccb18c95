import CalendarDays from 'lucide-react/icons/calendar-days';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { EmptyState } from '../../primitives/EmptyState.tsx';
import { ErrorState } from '../../primitives/ErrorState.tsx';
import { Skeleton } from '../../primitives/Skeleton.tsx';
import { type Column, Table } from '../../primitives/Table.tsx';
import { Sample } from './Sample.tsx';
import { type SamplePerson, people } from './people.ts';

const states = {
  present: <StatusBadge meaning="for">Có mặt trực tiếp</StatusBadge>,
  online: <StatusBadge meaning="for">Có mặt trực tuyến</StatusBadge>,
  absent: <StatusBadge meaning="neutral">Chưa điểm danh</StatusBadge>,
};
const columns: Column<SamplePerson>[] = [
  { id: 'name', header: 'Họ và tên', value: ({ fullName }) => fullName, width: '26%' },
  { id: 'office', header: 'Chức vụ', value: ({ office }) => office },
  { id: 'organisation', header: 'Cơ quan, đơn vị', value: ({ organisation }) => organisation },
  { id: 'seat', header: 'Chỗ ngồi', value: ({ seat }) => seat, align: 'end' },
  {
    id: 'state',
    header: 'Điểm danh',
    value: ({ state }) => state,
    cell: ({ state }) => states[state],
  },
];

export function Records() {
  const [open, setOpen] = useState<SamplePerson>();
  const shared = { columns, rowKey: ({ id }: SamplePerson) => id };
  return (
    <>
      <Table
        {...shared}
        label="Người dùng"
        rows={people}
        onOpen={setOpen}
        openKey={open?.id}
        initialSort={{ column: 'name', direction: 'ascending' }}
        empty={null}
        tools={
          <Button kind="primary" icon={Plus}>
            Thêm người dùng
          </Button>
        }
      />
      <Sample title="Đang tải">
        <Table {...shared} label="Đang tải" rows={undefined} empty={null} filter={false} />
      </Sample>
      <Sample title="Chưa có gì">
        <Table
          {...shared}
          label="Phiên họp"
          rows={[]}
          empty={
            <EmptyState
              icon={CalendarDays}
              title="Chưa có phiên họp nào"
              action={
                <Button kind="primary" icon={Plus}>
                  Thêm phiên họp
                </Button>
              }
            >
              Phiên họp do Văn phòng lập sẽ hiện ở đây, kèm chương trình và thành phần.
            </EmptyState>
          }
        />
      </Sample>
      <Sample title="Không tải được">
        <ErrorState
          error={new Error('sample')}
          title="Chưa tải được danh sách phòng họp"
          onRetry={() => undefined}
        />
      </Sample>
      <Sample title="Giữ chỗ">
        <Skeleton lines={3} />
      </Sample>
    </>
  );
}
