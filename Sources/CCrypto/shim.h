// SHA-256 from libcrypto.
#pragma once
#include <openssl/evp.h>
