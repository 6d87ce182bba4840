/* A test tool: loaded before the C library, it breaks calls that change files below one folder.
 *
 * Every such call is counted. At a chosen one the process is killed (before the call, or after half of a
 * write), or the call fails with a chosen error, once or from then on. It can also write down every call with
 * its bytes, so that a crash of the whole machine can be acted out afterwards.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum mode { REST, COUNT, KILL, TEAR, FAIL_ONCE, FAIL_ON, RECORD };
enum verdict { GO, DENY, HALF };

static int mode = REST, error_number = 0, book = -1;
static long chosen = 0, seen = 0;
static char folder[PATH_MAX];

void breaker_set(int new_mode, long call, int error, const char *below, const char *log) {
    mode = REST;
    chosen = call;
    error_number = error;
    seen = 0;
    snprintf(folder, sizeof folder, "%s", below);
    if (log && *log)
        book = (int)syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND, 0600);
    mode = new_mode;
}

long breaker_seen(void) { return seen; }

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static int below(const char *path) {
    size_t length = strlen(folder);
    return length && path && strncmp(path, folder, length) == 0;
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

/* One line of the book: kind, two path lengths, offset, length, then the paths and the bytes. */
static void note(char kind, const char *path, const char *other, int64_t at, const void *bytes, int64_t size) {
    struct { char kind; uint32_t first, second; int64_t at, size; } __attribute__((packed)) head = {
        kind, (uint32_t)strlen(path), other ? (uint32_t)strlen(other) : 0, at, size };
    syscall(SYS_write, book, &head, sizeof head);
    syscall(SYS_write, book, path, head.first);
    if (head.second) syscall(SYS_write, book, other, head.second);
    if (bytes) syscall(SYS_write, book, bytes, size);
}

void breaker_mark(long number) {
    if (mode == RECORD) note('M', "", 0, number, 0, 0);
}

static enum verdict judge(void) {
    if (mode == RECORD) return GO;
    seen++;
    if (mode == KILL && seen == chosen) die();
    if (mode == TEAR && seen == chosen) return HALF;
    if ((mode == FAIL_ONCE && seen == chosen) || (mode == FAIL_ON && seen >= chosen)) {
        errno = error_number;
        return DENY;
    }
    return GO;
}

static ssize_t put(int fd, const void *bytes, size_t size, off_t at, int placed) {
    char path[PATH_MAX];
    if (mode != REST && path_of(fd, path)) {
        enum verdict verdict = judge();
        if (verdict == DENY) return -1;
        if (mode == RECORD) {
            off_t where = placed ? at : (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
            note('W', path, 0, where, bytes, (int64_t)size);
        }
        if (verdict == HALF) {
            if (placed) syscall(SYS_pwrite64, fd, bytes, size / 2, at);
            else syscall(SYS_write, fd, bytes, size / 2);
            die();
        }
    }
    return placed ? syscall(SYS_pwrite64, fd, bytes, size, at) : syscall(SYS_write, fd, bytes, size);
}

ssize_t write(int fd, const void *bytes, size_t size) { return put(fd, bytes, size, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return put(fd, bytes, size, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) { return put(fd, bytes, size, at, 1); }

static int on_handle(int fd, long call, int64_t size, char kind) {
    char path[PATH_MAX];
    int watched = mode != REST && path_of(fd, path);
    if (watched) {
        enum verdict verdict = judge();
        if (verdict == HALF) die();
        if (verdict == DENY) return -1;
    }
    int result = kind == 'T' ? (int)syscall(call, fd, size) : (int)syscall(call, fd);
    if (watched && mode == RECORD && result == 0) note(kind, path, 0, size, 0, 0);
    return result;
}

int ftruncate(int fd, off_t size) { return on_handle(fd, SYS_ftruncate, size, 'T'); }
int ftruncate64(int fd, off64_t size) { return on_handle(fd, SYS_ftruncate, size, 'T'); }
int fsync(int fd) { return on_handle(fd, SYS_fsync, 0, 'S'); }
int fdatasync(int fd) { return on_handle(fd, SYS_fdatasync, 0, 'S'); }

static int on_name(const char *path, const char *other, long call, char kind) {
    int watched = mode != REST && (below(path) || (other && below(other)));
    if (watched) {
        enum verdict verdict = judge();
        if (verdict == HALF) die();
        if (verdict == DENY) return -1;
    }
    int result = other ? (int)syscall(call, path, other) : (int)syscall(call, path);
    if (watched && mode == RECORD && result == 0) note(kind, path, other, 0, 0, 0);
    return result;
}

int unlink(const char *path) { return on_name(path, 0, SYS_unlink, 'U'); }
int rename(const char *path, const char *other) { return on_name(path, other, SYS_rename, 'R'); }

static int make(int at, const char *path, int flags, int rights) {
    if (mode != REST && (flags & (O_CREAT | O_TRUNC)) && below(path)) {
        struct stat found;
        int there = syscall(SYS_newfstatat, at, path, &found, 0) == 0;
        if (!there || (flags & O_TRUNC)) {
            enum verdict verdict = judge();
            if (verdict == HALF) die();
            if (verdict == DENY) return -1;
            int fd = (int)syscall(SYS_openat, at, path, flags, rights);
            if (mode == RECORD && fd >= 0) note(there ? 'T' : 'C', path, 0, 0, 0, 0);
            return fd;
        }
    }
    return (int)syscall(SYS_openat, at, path, flags, rights);
}

#define RIGHTS(flags) va_list more; va_start(more, flags); int rights = va_arg(more, int); va_end(more)
int open(const char *path, int flags, ...) { RIGHTS(flags); return make(AT_FDCWD, path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags); return make(AT_FDCWD, path, flags, rights); }
int openat(int at, const char *path, int flags, ...) { RIGHTS(flags); return make(at, path, flags, rights); }
int openat64(int at, const char *path, int flags, ...) { RIGHTS(flags); return make(at, path, flags, rights); }
