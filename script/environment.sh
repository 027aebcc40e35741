# Sourced by the scripts beside it, which set $root: finds a Python, and prepares .venv with it.

# Prints the first Python that CareerFit's pinned packages are made for and that can make a
# virtual environment; says on standard error what is missing if there is none.
find_python() {
    without_venv=
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
                command -v "$candidate"
                return
            fi
            without_venv=$candidate
        fi
    done
    if [ -n "$without_venv" ]; then
        echo "Modul venv untuk $without_venv belum ada: pasang dengan \`sudo apt install $without_venv-venv\`, lalu jalankan lagi." >&2
    else
        echo "CareerFit memerlukan Python 3.11 sampai 3.14: pasang dengan \`sudo apt install python3 python3-venv\`, lalu jalankan lagi." >&2
    fi
    return 1
}

# Makes $python the environment's Python, with everything installed that the tests need.
prepare_for_tests() {
    python=$(find_python) || exit 1
    "$python" "$root/script/prepare.py" --tests || exit 1
    python=$root/.venv/bin/python
}

# Becomes manage.py with these arguments, in the environment. One process does it all, so whoever
# stops it stops the preparation, too.
become_manage() {
    python=$(find_python) || exit 1
    exec "$python" "$root/script/prepare.py" "$root/manage.py" "$@"
}

export SECRET_KEY_FILE="${SECRET_KEY_FILE:-${VAR_DIR:-$root/var}/secret-key}"
