import { useState } from 'react';
import { AppError } from '../../../models/errors.ts';
import { Button } from '../../primitives/Button.tsx';
import { Checkbox } from '../../primitives/Checkbox.tsx';
import { ComboBox } from '../../primitives/ComboBox.tsx';
import { DateTimeField } from '../../primitives/DateTimeField.tsx';
import { FileField } from '../../primitives/FileField.tsx';
import { FieldRow, Form, useSubmit } from '../../primitives/Form.tsx';
import { MultiSelect } from '../../primitives/MultiSelect.tsx';
import { NumberField } from '../../primitives/NumberField.tsx';
import { PasswordField } from '../../primitives/PasswordField.tsx';
import { RadioGroup } from '../../primitives/RadioGroup.tsx';
import { Select } from '../../primitives/Select.tsx';
import { Switch } from '../../primitives/Switch.tsx';
import { TextField } from '../../primitives/TextField.tsx';
import { people } from './people.ts';

const rooms = [
  { id: 'a', label: 'Phòng họp A', description: 'Tầng 2, 40 chỗ' },
  { id: 'b', label: 'Phòng họp B', description: 'Tầng 3, 20 chỗ' },
  { id: 'c', label: 'Hội trường lớn', isDisabled: true },
] as const;
const persons = people.map(({ id, fullName, office }) => ({
  id,
  label: fullName,
  description: office,
}));
const labels = {
  title: 'Tên phiên họp',
  room: 'Phòng họp',
  chair: 'Chủ tọa',
  start: 'Bắt đầu',
  members: 'Thành viên',
};
const refused = new AppError('invalid_input', { fields: Object.keys(labels) });

export function Fields() {
  const [room, setRoom] = useState<'a' | 'b' | 'c' | null>(null);
  const [chair, setChair] = useState<string | null>(null);
  const [papers, setPapers] = useState<File[]>([]);
  const [members, setMembers] = useState<string[]>(['person-1', 'person-2']);
  const [start, setStart] = useState<string | null>('2025-11-22T01:30:00Z');
  const [seats, setSeats] = useState<number | null>(40);
  const [secrecy, setSecrecy] = useState<'open' | 'secret'>('open');
  const { submit, isPending, problems } = useSubmit(() => Promise.reject(refused));
  return (
    <Form onSubmit={submit} problems={problems} labels={labels}>
      <TextField
        name="title"
        label="Tên phiên họp"
        description="Ghi như trong giấy mời, ví dụ: Phiên họp thường kỳ tháng 11"
        defaultValue="Phiên họp thường kỳ tháng 11"
      />
      <FileField label="Tài liệu" takes="files" value={papers} onChange={setPapers} />
      <DateTimeField name="start" label="Bắt đầu" value={start} onChange={setStart} />
      <FieldRow>
        <Select name="room" label="Phòng họp" options={rooms} value={room} onChange={setRoom} />
        <NumberField label="Số chỗ" value={seats} onChange={setSeats} min={0} max={5000} />
      </FieldRow>
      <ComboBox name="chair" label="Chủ tọa" options={persons} value={chair} onChange={setChair} />
      <MultiSelect
        name="members"
        label="Thành viên"
        description="Người có quyền biểu quyết"
        options={persons}
        value={members}
        onChange={setMembers}
      />
      <RadioGroup
        label="Hình thức biểu quyết"
        options={[
          { id: 'open', label: 'Công khai', description: 'Kết quả ghi lựa chọn của từng người' },
          { id: 'secret', label: 'Bỏ phiếu kín' },
        ]}
        value={secrecy}
        onChange={setSecrecy}
      />
      <Choices />
      <TextField label="Địa chỉ thư điện tử" type="email" error="Địa chỉ thiếu dấu @." optional />
      <TextField label="Lý do" rows={3} optional />
      <TextField label="Tên đăng nhập" value="tran.ngoc" isDisabled />
      <PasswordField label="Mật khẩu" autoComplete="off" />
      <div>
        <Button kind="primary" type="submit" isPending={isPending}>
          Lưu phiên họp
        </Button>
      </div>
    </Form>
  );
}

function Choices() {
  const [remind, setRemind] = useState(true);
  const [some, setSome] = useState(false);
  const [captions, setCaptions] = useState(true);
  return (
    <>
      <Checkbox
        label="Gửi giấy mời"
        description="Kèm chương trình và tài liệu"
        value={remind}
        onChange={setRemind}
      />
      <Checkbox label="Một phần được chọn" isIndeterminate value={some} onChange={setSome} />
      <Switch
        label="Hiện phụ đề"
        description="Có hiệu lực ngay"
        value={captions}
        onChange={setCaptions}
      />
      <Switch label="Không dùng được" isDisabled value={false} onChange={() => undefined} />
    </>
  );
}
