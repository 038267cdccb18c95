import { useState } from 'react';
import type { SystemRole } from '../../../models/contracts/identity.ts';
import { PageHeader } from '../../primitives/PageHeader.tsx';
import { RadioGroup } from '../../primitives/RadioGroup.tsx';
import { Tabs } from '../../primitives/Tabs.tsx';
import { showToast } from '../../primitives/toasts.ts';
import { AppShell } from '../AppShell.tsx';
import { Basics } from './Basics.tsx';
import { Fields } from './Fields.tsx';
import { Messages } from './Messages.tsx';
import { Overlays } from './Overlays.tsx';
import { Records } from './Records.tsx';

const roles: { id: SystemRole; label: string }[] = [
  { id: 'administrator', label: 'Quản trị viên' },
  { id: 'member', label: 'Đại biểu' },
];

/** Every primitive in its states, for whoever builds screens. Development only, so Vietnamese only. */
export function Gallery() {
  const [role, setRole] = useState<SystemRole>('administrator');
  const user = { fullName: 'Trần Thị Bích Ngọc', office: 'Phó Chánh Văn phòng', systemRole: role };
  return (
    <AppShell user={user} onSignOut={() => showToast('Đã đăng xuất')}>
      <PageHeader
        title="Mẫu giao diện"
        description="Các thành phần dùng chung của mọi màn hình, đủ các trạng thái."
      />
      <Tabs
        label="Nhóm thành phần"
        tabs={[
          { id: 'basics', label: 'Cơ bản', content: <Basics /> },
          { id: 'fields', label: 'Ô nhập', content: <Fields /> },
          { id: 'records', label: 'Bảng', count: 120, content: <Records /> },
          { id: 'messages', label: 'Thông báo', content: <Messages /> },
          { id: 'overlays', label: 'Hộp thoại', content: <Overlays /> },
          {
            id: 'shell',
            label: 'Khung',
            content: <RadioGroup label="Vai trò" options={roles} value={role} onChange={setRole} />,
          },
        ]}
      />
    </AppShell>
  );
}
