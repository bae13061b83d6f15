//! The system calls that are refused, as a filter that the kernel runs before each.

use std::io;

#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
const ARCHITECTURE: u32 = 0;

/// System calls that neither a compiler nor an answer needs: network, other processes' memory, keys, mounts, and ways
/// around the walls.
const NEVER: &[libc::c_long] = &[
    libc::SYS_socket,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_io_uring_setup,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_chroot,
    libc::SYS_pivot_root,
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_setsid,
    libc::SYS_reboot,
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
];

/// What only a compiler needs, which starts a linker and makes its program executable.
const NEVER_IN_ANSWERS: &[libc::c_long] = &[
    libc::SYS_setpgid,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_socketpair,
    // What changes how another process runs.
    libc::SYS_setpriority,
    libc::SYS_sched_setaffinity,
    libc::SYS_sched_setattr,
    libc::SYS_sched_setparam,
    libc::SYS_sched_setscheduler,
    libc::SYS_ioprio_set,
    libc::SYS_migrate_pages,
    libc::SYS_move_pages,
    libc::SYS_process_madvise,
    libc::SYS_kcmp,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_fork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_vfork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utime,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utimes,
];

/// Where the low half of an argument lies in what a filter sees.
const fn argument(number: u32) -> u32 {
    let low = if cfg!(target_endian = "big") { 4 } else { 0 };
    16 + 8 * number + low
}

const LOAD: u16 = 0x20;
const JUMP_IF_EQUAL: u16 = 0x15;
const JUMP_IF_AT_LEAST: u16 = 0x35;
const JUMP_IF_SET: u16 = 0x45;
const RETURN: u16 = 0x06;
const ALLOW: u32 = 0x7fff_0000;
const KILL: u32 = 0x8000_0000;
const REFUSE: u32 = 0x0005_0000;
/// From here on x86-64 has the calls of another interface, which no program uses.
const OTHER_INTERFACE: u32 = 0x4000_0000;

/// Which system calls are refused. Threads may be started, and programs where that is allowed.
pub(super) fn filter(starts_programs: bool, landlock: i64) -> io::Result<Vec<libc::sock_filter>> {
    if ARCHITECTURE == 0 {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let step = |code, yes, no, k| libc::sock_filter {
        code,
        jt: yes,
        jf: no,
        k,
    };
    let refuse = |error: i32| step(RETURN, 0, 0, REFUSE | error as u32);
    let mut filter = vec![
        // The architecture, then the number of the call.
        step(LOAD, 0, 0, 4),
        step(JUMP_IF_EQUAL, 1, 0, ARCHITECTURE),
        step(RETURN, 0, 0, KILL),
        step(LOAD, 0, 0, 0),
        step(JUMP_IF_AT_LEAST, 0, 1, OTHER_INTERFACE),
        refuse(libc::ENOSYS),
    ];
    let mut never = NEVER.to_vec();
    if !starts_programs {
        never.extend(NEVER_IN_ANSWERS);
        // Later versions of Landlock let signals through that stay behind the walls.
        if landlock < 6 {
            never.extend([
                libc::SYS_kill,
                libc::SYS_rt_sigqueueinfo,
                libc::SYS_rt_tgsigqueueinfo,
            ]);
        }
    }
    for call in never {
        filter.extend([step(JUMP_IF_EQUAL, 0, 1, call as u32), refuse(libc::EPERM)]);
    }
    if !starts_programs {
        // Its flags lie in memory, where a filter cannot look; without it, the C library takes the older call.
        filter.extend([
            step(JUMP_IF_EQUAL, 0, 1, libc::SYS_clone3 as u32),
            refuse(libc::ENOSYS),
            step(JUMP_IF_EQUAL, 0, 4, libc::SYS_clone as u32),
            step(LOAD, 0, 0, argument(0)),
            step(JUMP_IF_SET, 1, 0, libc::CLONE_THREAD as u32),
            refuse(libc::EPERM),
            step(RETURN, 0, 0, ALLOW),
            // The limits of another process.
            step(JUMP_IF_EQUAL, 0, 4, libc::SYS_prlimit64 as u32),
            step(LOAD, 0, 0, argument(0)),
            step(JUMP_IF_EQUAL, 1, 0, 0),
            refuse(libc::EPERM),
            step(RETURN, 0, 0, ALLOW),
            // Memory that is shared counts for nobody. The bit is set in every kind of it and in no other.
            step(JUMP_IF_EQUAL, 0, 4, libc::SYS_mmap as u32),
            step(LOAD, 0, 0, argument(3)),
            step(JUMP_IF_SET, 0, 1, libc::MAP_SHARED as u32),
            refuse(libc::ENOMEM),
            step(RETURN, 0, 0, ALLOW),
        ]);
    }
    filter.push(step(RETURN, 0, 0, ALLOW));
    Ok(filter)
}
