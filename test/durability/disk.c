/*
 * Stands between an engine and the C library (LD_PRELOAD) and watches, or fails, what goes to the disk below one folder.
 *
 * QUITTANCE_DISK_ROOT   only paths that begin with this are looked at
 * QUITTANCE_DISK_LOG    writes what happened there, in order, to this file (read by disk-log.ts)
 * QUITTANCE_DISK_ACKS   writes to this file are logged as acknowledgements
 * QUITTANCE_DISK_FAIL   "<errno> <first> <count>": of the calls that change the disk, these fail
 *
 * A record: kind (1 byte), then as little-endian 32 bits: lengths of path, second path and data, then 64 bits: offset;
 * then the three. Kinds: W write, T truncate, S sync, C create, R rename, U unlink, M mkdir, D rmdir, A acknowledgement.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real_##name())
#define FIND(name)                                         \
  static void *real_##name(void) {                         \
    static void *found;                                    \
    if (!found) found = dlsym(RTLD_NEXT, #name);           \
    return found;                                          \
  }

FIND(write) FIND(writev) FIND(pwritev64) FIND(fsync) FIND(fdatasync) FIND(ftruncate64) FIND(rename) FIND(unlink)
FIND(mkdir) FIND(rmdir) FIND(open64)

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *acks;
static size_t rootLength;
static int logFile = -1, failWith;
static long failFirst, failCount, calls;

__attribute__((constructor)) static void begin(void) {
  root = getenv("QUITTANCE_DISK_ROOT");
  acks = getenv("QUITTANCE_DISK_ACKS");
  rootLength = root ? strlen(root) : 0;
  const char *log = getenv("QUITTANCE_DISK_LOG");
  const char *fail = getenv("QUITTANCE_DISK_FAIL");
  if (log) logFile = REAL(open64)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fail) sscanf(fail, "%d %ld %ld", &failWith, &failFirst, &failCount);
}

static int isOurs(const char *path) {
  return root && strncmp(path, root, rootLength) == 0 && (path[rootLength] == '/' || path[rootLength] == 0);
}

static int isAcks(const char *path) { return acks && strcmp(path, acks) == 0; }

/* Where a descriptor's file lies now; 0 when it is none of ours. */
static int pathOf(int fd, char *path) {
  if (!root || fd == logFile) return 0;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return isOurs(path) || isAcks(path);
}

static void put(const void *bytes, size_t length) {
  for (const char *at = bytes; length > 0;) {
    ssize_t done = REAL(write)(logFile, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void record(char kind, const char *path, const char *second, uint64_t offset, const void *data, size_t length) {
  if (logFile < 0) return;
  uint32_t sizes[3] = {(uint32_t)strlen(path), (uint32_t)strlen(second), (uint32_t)length};
  put(&kind, 1);
  put(sizes, sizeof sizes);
  put(&offset, sizeof offset);
  put(path, sizes[0]);
  put(second, sizes[1]);
  put(data, length);
}

/* Counts a call that changes the disk; true when it is to fail. Held: `turn`. */
static int fails(const char *path) {
  if (failWith == 0 || !isOurs(path) || strstr(path, "-shm")) return 0;
  calls += 1;
  if (calls < failFirst || calls >= failFirst + failCount) return 0;
  errno = failWith;
  return 1;
}

#define IN_TURN(type, body)            \
  pthread_mutex_lock(&turn);           \
  type result;                         \
  body;                                \
  int kept = errno;                    \
  pthread_mutex_unlock(&turn);         \
  errno = kept;                        \
  return result

static ssize_t written(int fd, const struct iovec *parts, int count, off64_t offset) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return offset < 0 ? REAL(writev)(fd, parts, count) : REAL(pwritev64)(fd, parts, count, offset);
  IN_TURN(ssize_t, {
    if (fails(path)) result = -1;
    else {
      int isAppending = fcntl(fd, F_GETFL) & O_APPEND;
      off64_t at = offset >= 0 ? offset : lseek64(fd, 0, isAppending ? SEEK_END : SEEK_CUR);
      result = offset < 0 ? REAL(writev)(fd, parts, count) : REAL(pwritev64)(fd, parts, count, offset);
      ssize_t left = result;
      for (int n = 0; n < count && left > 0; n++) {
        size_t length = parts[n].iov_len < (size_t)left ? parts[n].iov_len : (size_t)left;
        record(isAcks(path) ? 'A' : 'W', path, "", (uint64_t)at, parts[n].iov_base, length);
        at += (off64_t)length;
        left -= (ssize_t)length;
      }
    }
  });
}

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return REAL(write)(fd, bytes, length);
  struct iovec part = {(void *)bytes, length};
  return written(fd, &part, 1, -1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  struct iovec part = {(void *)bytes, length};
  return written(fd, &part, 1, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) { return written(fd, parts, count, -1); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return written(fd, parts, count, offset); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return written(fd, parts, count, offset); }

static int synced(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return real(fd);
  IN_TURN(int, {
    result = fails(path) ? -1 : real(fd);
    if (result == 0) record('S', path, "", 0, "", 0);
  });
}
int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

int ftruncate64(int fd, off64_t length) {
  char path[PATH_MAX];
  if (!pathOf(fd, path)) return REAL(ftruncate64)(fd, length);
  IN_TURN(int, {
    result = fails(path) ? -1 : REAL(ftruncate64)(fd, length);
    if (result == 0) record('T', path, "", (uint64_t)length, "", 0);
  });
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int rename(const char *from, const char *to) {
  if (!isOurs(to)) return REAL(rename)(from, to);
  IN_TURN(int, {
    result = fails(to) ? -1 : REAL(rename)(from, to);
    if (result == 0) record('R', from, to, 0, "", 0);
  });
}

static int removed(char kind, const char *path, int (*real)(const char *)) {
  if (!isOurs(path)) return real(path);
  IN_TURN(int, {
    result = fails(path) ? -1 : real(path);
    if (result == 0) record(kind, path, "", 0, "", 0);
  });
}
int unlink(const char *path) { return removed('U', path, REAL(unlink)); }
int rmdir(const char *path) { return removed('D', path, REAL(rmdir)); }

int mkdir(const char *path, mode_t mode) {
  if (!isOurs(path)) return REAL(mkdir)(path, mode);
  IN_TURN(int, {
    result = fails(path) ? -1 : REAL(mkdir)(path, mode);
    if (result == 0) record('M', path, "", 0, "", 0);
  });
}

static int opened(const char *path, int flags, mode_t mode) {
  if (!isOurs(path) || !(flags & (O_CREAT | O_TRUNC))) return REAL(open64)(path, flags, mode);
  IN_TURN(int, {
    int isNew = access(path, F_OK) != 0;
    result = isNew && fails(path) ? -1 : REAL(open64)(path, flags, mode);
    if (result >= 0 && isNew) record('C', path, "", 0, "", 0);
    if (result >= 0 && !isNew && (flags & O_TRUNC)) record('T', path, "", 0, "", 0);
  });
}
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}
