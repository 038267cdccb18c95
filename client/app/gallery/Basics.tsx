import ArrowRight from 'lucide-react/icons/arrow-right';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import PhoneOff from 'lucide-react/icons/phone-off';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useState } from 'react';
import { Avatar } from '../../primitives/Avatar.tsx';
import { Badge, ChoiceBadge, StatusBadge } from '../../primitives/Badge.tsx';
import { Button } from '../../primitives/Button.tsx';
import { Clock } from '../../primitives/Clock.tsx';
import { IconButton } from '../../primitives/IconButton.tsx';
import { Link } from '../../primitives/Link.tsx';
import { Meter } from '../../primitives/Meter.tsx';
import { ProgressBar } from '../../primitives/ProgressBar.tsx';
import { formatDateTime, formatDay } from '../../primitives/dates.ts';
import { Sample } from './Sample.tsx';
import styles from './Sample.module.css';

const wait = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1500);
  });

export function Basics() {
  return (
    <>
      <Sample title="Chữ">
        <div className={styles.scale}>
          <p className={styles.hero}>36 Ủy ban nhân dân thành phố</p>
          <p className={styles.page}>28 Phiên họp thường kỳ tháng 11</p>
          <p className={styles.title}>22 Biểu quyết nghị quyết số 3</p>
          <p className={styles.lead}>18 Đồng chí được mời phát biểu</p>
          <p>16 Người Việt Nam nghĩ đến quốc kế dân sinh, Đặng Hữu Ước, Nguyễn Thị Đào</p>
          <p className={styles.small}>14 Mã phiếu 8F3A, ghi lúc 08:41:07</p>
        </div>
      </Sample>
      <Sample title="Nút">
        <Button kind="primary" icon={ArrowRight}>
          Vào họp
        </Button>
        <Button icon={Plus}>Thêm phòng họp</Button>
        <Button kind="quiet">Hủy</Button>
        <Button kind="danger" icon={Trash2}>
          Thu hồi thiết bị
        </Button>
        <Button isDisabled>Không dùng được</Button>
        <Button kind="primary" isPending>
          Gửi phiếu
        </Button>
        <Button kind="primary" size="large" onPress={wait}>
          Gửi phiếu (1,5 giây)
        </Button>
      </Sample>
      <Sample title="Nút biểu tượng và liên kết">
        <Microphone />
        <IconButton icon={PhoneOff} label="Rời phòng họp" kind="danger" />
        <IconButton icon={Plus} label="Thêm" size="small" />
        <Link to="/dev/gallery">Xem chương trình họp</Link>
        <Link to="/dev/gallery" kind="secondary" icon={ArrowRight}>
          Tới phiên họp
        </Link>
      </Sample>
      <Sample title="Trạng thái">
        <ChoiceBadge choice="for" />
        <ChoiceBadge choice="against" />
        <ChoiceBadge choice="abstain" />
        <StatusBadge meaning="attention">Chưa đủ thành viên</StatusBadge>
        <StatusBadge meaning="neutral">Chưa điểm danh</StatusBadge>
        <StatusBadge meaning="for" look="plain">
          Có mặt trực tiếp
        </StatusBadge>
        <Badge>17/21</Badge>
      </Sample>
      <Sample title="Tiến độ, mức âm, đồng hồ">
        <ProgressBar label="Đã biểu quyết" value={12} max={17} text="12/17" />
        <MovingMeter />
        <Clock seconds size="title" />
        <span className="nt-figures">{formatDateTime('2025-11-22T01:41:07Z')}</span>
        <span>{formatDay('2025-11-22T01:41:07Z', 'vi')}</span>
      </Sample>
      <Sample title="Người">
        <Avatar name="Nguyễn Văn Đức" size="large" />
        <Avatar name="Đỗ Thị An" />
        <Avatar name="Trần Thị Bích Ngọc" size="small" />
      </Sample>
      <Sample title="Hai nền">
        <div className={styles.themes}>
          <ThemeSample theme="light" />
          <ThemeSample theme="dark" />
        </div>
      </Sample>
    </>
  );
}

function Microphone() {
  const [muted, setMuted] = useState(false);
  return (
    <IconButton
      icon={muted ? MicOff : Mic}
      label={muted ? 'Bật tiếng' : 'Tắt tiếng'}
      kind="solid"
      size="large"
      isPressed={muted}
      onPress={() => setMuted(!muted)}
    />
  );
}

function MovingMeter() {
  const [level, setLevel] = useState(0.5);
  useEffect(() => {
    const timer = setInterval(() => setLevel((Math.sin(Date.now() / 300) + 1) / 2), 100);
    return () => clearInterval(timer);
  }, []);
  return <Meter label="Mức âm của micro" value={level} />;
}

const ThemeSample = ({ theme }: { theme: 'light' | 'dark' }) => (
  <div className={styles.theme} data-theme={theme}>
    <h3>{theme === 'light' ? 'Nền sáng' : 'Nền tối'}</h3>
    <p className={styles.soft}>Một phần của trang có thể giữ nền riêng.</p>
    <div className={styles.row}>
      <Button kind="primary">Vào họp</Button>
      <Button>Để sau</Button>
      <Button kind="danger">Kết thúc</Button>
    </div>
    <div className={styles.row}>
      <ChoiceBadge choice="for" />
      <ChoiceBadge choice="against" />
      <ChoiceBadge choice="abstain" />
      <StatusBadge meaning="attention">Sắp hết giờ</StatusBadge>
    </div>
  </div>
);
