// dlib's own detector and 68-point predictor on one picture, for comparison. Built by the benchmark where Debian's
// libdlib-dev and libdlib-data are installed.
// arguments: predictor, picture as raw RGB, width, height, rounds; prints medians in ms as JSON
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

static double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int main(int, char** arguments) {
  dlib::shape_predictor predictor;
  dlib::deserialize(arguments[1]) >> predictor;
  const long width = std::stol(arguments[3]), height = std::stol(arguments[4]);
  dlib::array2d<dlib::rgb_pixel> picture(height, width);
  std::ifstream file(arguments[2], std::ios::binary);
  for (long y = 0; y < height; y++)
    for (long x = 0; x < width; x++) {
      auto& pixel = picture[y][x];
      pixel = dlib::rgb_pixel(file.get(), file.get(), file.get());
    }
  auto detector = dlib::get_frontal_face_detector();
  std::vector<double> detect, landmarks;
  for (int round = std::stoi(arguments[5]); round > 0; round--) {
    auto start = Clock::now();
    const auto faces = detector(picture);
    detect.push_back(since(start));
    if (faces.empty()) return 1;
    start = Clock::now();
    predictor(picture, faces[0]);
    landmarks.push_back(since(start));
  }
  std::cout << "{\"detect\":" << median(detect) << ",\"landmarks\":" << median(landmarks) << "}\n";
}
