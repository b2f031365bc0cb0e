/* The floor: the same SIE rows into SQLite by plain C, in one transaction, with nothing checked but the sum.
   usage: floor FILE.se BOOK.db */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void must(int ok, const char *what) { if (!ok) { fprintf(stderr, "%s\n", what); exit(1); } }

int main(int argc, char **argv) {
  must(argc == 3, "usage: floor FILE.se BOOK.db");
  FILE *in = fopen(argv[1], "rb");
  must(in != NULL, "cannot open the file");
  sqlite3 *db;
  must(sqlite3_open(argv[2], &db) == SQLITE_OK, "cannot open the book");
  sqlite3_exec(db,
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "CREATE TABLE voucher(id INTEGER PRIMARY KEY, series TEXT, number TEXT, date INTEGER, text TEXT) STRICT;"
    "CREATE TABLE voucher_row(voucher INTEGER, line INTEGER, account INTEGER, ore INTEGER,"
    " PRIMARY KEY(voucher, line)) STRICT, WITHOUT ROWID; BEGIN", 0, 0, 0);
  sqlite3_stmt *voucher, *row;
  sqlite3_prepare_v2(db, "INSERT INTO voucher VALUES(?,?,?,?,?)", -1, &voucher, 0);
  sqlite3_prepare_v2(db, "INSERT INTO voucher_row VALUES(?,?,?,?)", -1, &row, 0);
  char line[4096], series[64], number[64], text[1024], amount[64];
  sqlite3_int64 id = 0, sum = 0;
  int account, date, lines = 0;
  while (fgets(line, sizeof line, in)) {
    if (!strncmp(line, "#VER", 4)) {
      must(sscanf(line, "#VER \"%63[^\"]\" \"%63[^\"]\" %d \"%1023[^\"]\"", series, number, &date, text) == 4, line);
      sqlite3_bind_int64(voucher, 1, ++id);
      sqlite3_bind_text(voucher, 2, series, -1, SQLITE_STATIC);
      sqlite3_bind_text(voucher, 3, number, -1, SQLITE_STATIC);
      sqlite3_bind_int(voucher, 4, date);
      sqlite3_bind_text(voucher, 5, text, -1, SQLITE_STATIC);
      must(sqlite3_step(voucher) == SQLITE_DONE, sqlite3_errmsg(db));
      sqlite3_reset(voucher);
      must(sum == 0, "unbalanced");
      lines = 0;
    } else if (!strncmp(line, "#TRANS", 6)) {
      must(sscanf(line, "#TRANS %d {} %63s", &account, amount) == 2, line);
      char *point = strchr(amount, '.');
      sqlite3_int64 ore = llabs(atoll(amount)) * 100 + (point ? atoi(point + 1) : 0);
      if (amount[0] == '-') ore = -ore;
      sum += ore;
      sqlite3_bind_int64(row, 1, id);
      sqlite3_bind_int(row, 2, ++lines);
      sqlite3_bind_int(row, 3, account);
      sqlite3_bind_int64(row, 4, ore);
      must(sqlite3_step(row) == SQLITE_DONE, sqlite3_errmsg(db));
      sqlite3_reset(row);
    }
  }
  must(sqlite3_exec(db, "COMMIT", 0, 0, 0) == SQLITE_OK, sqlite3_errmsg(db));
  printf("%lld vouchers\n", (long long)id);
  sqlite3_finalize(voucher);
  sqlite3_finalize(row);
  return sqlite3_close(db);
}
