import { networkInterfaces } from 'node:os';
import { ConfigError, type Config } from './platform/config.ts';
import { DataFolderInUse } from './platform/database.ts';

export interface Login {
  username: string;
  password: string;
}

interface Announcement {
  url: string;
  /** Addresses for other machines of the network, when they can reach this one. */
  elsewhere: string[];
  demo: { password: string; logins: readonly { username: string; who: string }[] } | null;
  firstAdministrator: Login | null;
  warnings: readonly string[];
}

/** What whoever started the server reads on the screen; log lines go their own way. */
export function announcement(news: Announcement): string {
  const { url, elsewhere, demo, firstAdministrator, warnings } = news;
  const lines = [
    '',
    `  Nghị Trường: ${url}`,
    ...elsewhere.map((other) => `               ${other}`),
  ];
  if (demo !== null)
    lines.push(
      '',
      '  DỮ LIỆU TRÌNH DIỄN / DEMO DATA (không dùng cho phiên họp thật / not for real meetings)',
      `  Mật khẩu chung / password for all: ${demo.password}`,
      ...demo.logins.map(({ username, who }) => `    ${username.padEnd(18)} ${who}`),
      `  Kiosk điểm danh: mở ${url}/kiosk trên máy đó, rồi quản trị xác nhận mã ở mục Thiết bị.`,
      `  Check-in kiosk: open ${url}/kiosk there, then confirm its code under Devices as administrator.`,
    );
  if (firstAdministrator !== null)
    lines.push(
      '',
      '  Chưa có ai đăng nhập. Tài khoản quản trị đầu tiên, phải đổi mật khẩu khi vào:',
      '  Nobody has signed in yet. The first administrator, who must change this password:',
      `    ${firstAdministrator.username} / ${firstAdministrator.password}`,
    );
  for (const warning of warnings) lines.push('', `  ! ${warning}`);
  return `${lines.join('\n')}\n\n`;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** A word about settings that work but will surprise. */
export function warningsOf(config: Config): string[] {
  return [...insecureWarning(config), ...hiddenMediaWarning(config)];
}

/** Behind a proxy the pages come through it, but picture and sound go straight to this machine. */
function hiddenMediaWarning({ publicUrl, media }: Config): string[] {
  if (publicUrl === undefined || !loopback.has(media.listen)) return [];
  return [
    'Hình ảnh và âm thanh chỉ nghe trên chính máy này. Đặt NGHI_TRUONG_MEDIA_LISTEN=0.0.0.0 (và ' +
      'NGHI_TRUONG_MEDIA_ANNOUNCED nếu cần) để máy khác dùng được.\n    Audio and video listen on this machine ' +
      'only. Set NGHI_TRUONG_MEDIA_LISTEN=0.0.0.0 (and NGHI_TRUONG_MEDIA_ANNOUNCED if needed) for other machines.',
  ];
}

function insecureWarning({ tls, host, publicUrl }: Config): string[] {
  const isOpen = tls === 'off' && !loopback.has(host) && !publicUrl?.startsWith('https:');
  if (!isOpen) return [];
  return [
    'Trình duyệt chỉ cho dùng camera và micro qua HTTPS (trừ chính máy này). Đặt NGHI_TRUONG_TLS=self-signed, ' +
      'hoặc đặt sau proxy HTTPS với NGHI_TRUONG_PUBLIC_URL.\n    Browsers give cameras and microphones only over ' +
      'HTTPS (except on this machine). Set NGHI_TRUONG_TLS=self-signed, or stand behind an HTTPS proxy with ' +
      'NGHI_TRUONG_PUBLIC_URL.',
  ];
}

export const noMedia =
  'Không khởi động được bộ truyền hình ảnh và âm thanh (xem nhật ký); phiên họp và biểu quyết vẫn dùng được.\n' +
  '    Audio and video could not be started (see the log); meetings and votes work without.';

/** The server's addresses for other machines, when it listens on every interface. */
export function otherAddresses(url: string, { host, publicUrl }: Config): string[] {
  if (publicUrl !== undefined || !['0.0.0.0', '::'].includes(host)) return [];
  const { protocol, port } = new URL(url);
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `${protocol}//${address}:${port}`);
}

/** One plain sentence in each language for what keeps a server from starting; null for a defect. */
export function startRefusal(error: unknown, config: Config | undefined): string | null {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DataFolderInUse)
    return (
      `Thư mục dữ liệu ${error.message} đang được một tiến trình khác sử dụng. / ` +
      'Another process is using this data folder.'
    );
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (config !== undefined && code === 'EADDRINUSE')
    return (
      `Cổng ${config.port} đang được dùng. Đặt NGHI_TRUONG_PORT sang số khác. / ` +
      `Port ${config.port} is in use. Set NGHI_TRUONG_PORT to another.`
    );
  if (config !== undefined && (code === 'EACCES' || code === 'EADDRNOTAVAIL'))
    return (
      `Không mở được ${config.host}:${config.port} hoặc thư mục ${config.dataDir} (${code}). / ` +
      `Cannot use this address or data folder (${code}).`
    );
  return null;
}
